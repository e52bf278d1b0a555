package it.percorsi.programme;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rules of programmes, and what they ask beside a person's file. */
public interface EligibilityRules {

    /** All of them, past and future ones too, in the programme's order. */
    List<EligibilityRule> of(UUID programme);

    /** Care and decisions as they stood on a day, as far as the viewer may see them. */
    Circumstances circumstances(UUID person, UUID programme, LocalDate on, Actor viewer);
}
