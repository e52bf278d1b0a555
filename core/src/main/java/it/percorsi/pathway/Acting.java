package it.percorsi.pathway;

import java.util.Optional;

/**
 * Tells the place that opens transactions on whose behalf they run. Nothing else asks: services are
 * given their actor.
 */
public interface Acting {

    Optional<? extends Mover> current();
}
