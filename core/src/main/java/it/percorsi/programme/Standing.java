package it.percorsi.programme;

import it.percorsi.person.PersonFile;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A person, their enrolments, and how they stand today towards a programme. */
public record Standing(
        PersonFile file,
        List<Enrolled> enrolments,
        List<Programmes.Card> programmes,
        Programmes.@Nullable Card programme,
        boolean enrols,
        @Nullable Turn turn,
        @Nullable Eligibility eligibility) {

    /** What the interview must bring out for the programme shown, or null if nothing. */
    public @Nullable String need() {
        return eligibility == null ? null : Eligibility.need(eligibility.findings());
    }

    /**
     * Whether whoever enrols must say why it is not the person's turn and is right all the same.
     */
    public boolean asksWhy() {
        return turn != null && turn.asksWhy();
    }

    /** Whether the person is already in the programme shown. */
    public boolean running() {
        return here(Enrolments.Row::active);
    }

    /** Whether they wait for a place of it already, put on the list by who enrols. */
    public boolean waits() {
        return here(Enrolments.Row::waits);
    }

    private boolean here(Predicate<Enrolments.Row> so) {
        return programme != null
                && enrolments.stream()
                        .map(Enrolled::row)
                        .anyMatch(row ->
                                row.programmeCode().equals(programme.code()) && so.test(row));
    }
}
