package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Acting;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who a request, or a replayed action of the demo, acts for. */
@Component
public class CurrentActor implements Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    @Override
    public Optional<Actor> current() {
        return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
    }

    /** Runs something on an actor's behalf: its transactions will say so. */
    public static <R, X extends Throwable> R as(
            Actor actor, ScopedValue.CallableOp<? extends R, X> action) throws X {
        return ScopedValue.where(ACTOR, actor).call(action);
    }
}
