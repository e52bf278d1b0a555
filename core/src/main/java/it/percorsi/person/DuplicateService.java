package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciding whether two files are of one person, and making them one. */
@Service
@Transactional
public class DuplicateService {

    private final Duplicates duplicates;
    private final PersonService people;
    private final Grants grants;
    private final AccessTrail trail;

    DuplicateService(
            Duplicates duplicates, PersonService people, Grants grants, AccessTrail trail) {
        this.duplicates = duplicates;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    public List<Duplicates.Pair> worklist(Actor by, Instant at, @Nullable UUID after) {
        List<Duplicates.Pair> pairs = duplicates.open(after, by);
        List<UUID> shown = new ArrayList<>();
        for (Duplicates.Pair pair : pairs) {
            shown.add(pair.personId());
            shown.add(pair.otherId());
        }
        trail.listed(by, "duplicates", shown, at);
        return pairs;
    }

    /** Both files side by side, and what a merge would meet. */
    public Comparison compare(Actor by, Instant at, UUID id) {
        Duplicates.Pair pair = duplicates.pair(id, by).orElseThrow(NotVisible::new);
        return new Comparison(
                pair,
                people.look(by, at, pair.personId(), "comparison"),
                people.look(by, at, pair.otherId(), "comparison"),
                duplicates.openFiles(pair.personId(), pair.otherId(), by),
                grants.mayOpen(pair.personId(), by),
                grants.mayOpen(pair.otherId(), by),
                duplicates.agreement(pair, by).orElse(null),
                by.organisationId());
    }

    /** Remembered; and what one of two bodies had agreed to is over. */
    public void different(Actor by, Instant at, UUID id) {
        Duplicates.Pair pair = duplicates.pair(id, by).orElseThrow(NotVisible::new);
        duplicates.agreement(pair, by).ifPresent(agreed -> end(agreed.id(), at, by));
        duplicates.different(id, at, by);
        trail.changed(
                by, "DIFFERENT", "duplicate", id, List.of(pair.personId(), pair.otherId()), at);
    }

    private void end(UUID agreement, Instant at, Actor by) {
        if (duplicates.endAgreement(agreement, at, by)) {
            grants.end(agreement, at);
        }
    }

    /**
     * @param kept which of the two stays
     * @param lead which of two open files leads, or null
     * @return the person that stays
     * @throws MoveRefused naming everything in the way: two open files and none chosen, files that
     *     other bodies hold
     */
    public UUID merge(Actor by, Instant at, UUID id, UUID kept, @Nullable UUID lead) {
        Comparison comparison = compare(by, at, id);
        Duplicates.Pair pair = comparison.pair();
        UUID leading = comparison.openFiles().size() > 1 ? lead : null;
        Duplicates.Agreement agreed = comparison.agreement();
        new Obstacles()
                .and(comparison.chosen(kept, leading))
                .when(!comparison.mayMerge(), "duplicate.not-yours")
                .when(
                        comparison.mayMerge()
                                && !comparison.holdsBoth()
                                && agreed != null
                                && !(agreed.kept().equals(kept)
                                        && Objects.equals(agreed.lead(), leading)),
                        "duplicate.agreed-otherwise")
                .refuse();
        UUID absorbed = kept.equals(pair.personId()) ? pair.otherId() : pair.personId();
        UUID merge = Ids.next();
        duplicates.merge(merge, kept, absorbed, leading);
        trail.changed(by, "MERGE", "person", merge, List.of(kept, absorbed), at);
        return kept;
    }

    /**
     * Says how a pair of which the actor's body holds one should become one. The body that holds
     * the other is let into this one, so that it sees both.
     *
     * @throws MoveRefused if the body holds both or neither, or was not let into the other
     */
    public void agree(Actor by, Instant at, UUID id, UUID kept, @Nullable UUID lead) {
        Comparison comparison = compare(by, at, id);
        Duplicates.Pair pair = comparison.pair();
        UUID leading = comparison.openFiles().size() > 1 ? lead : null;
        UUID own = comparison.holdsOne() ? pair.personId() : pair.otherId();
        UUID theirs = comparison.holdsOne() ? pair.otherId() : pair.personId();
        Optional<UUID> body = duplicates.connectedBody(theirs, by);
        new Obstacles()
                .and(comparison.chosen(kept, leading))
                .when(
                        comparison.holdsOne() == comparison.holdsOther() || body.isEmpty(),
                        "duplicate.connect-first")
                .when(comparison.agreement() != null, "duplicate.agreed-already")
                .refuse();
        UUID agreement = Ids.next();
        duplicates.agree(agreement, pair, kept, leading, at, by);
        grants.give(
                new Grant(
                        own,
                        body.orElseThrow(),
                        Basis.CONNECTION,
                        "duplicate.agreed",
                        agreement,
                        by,
                        at,
                        null));
        trail.changed(by, "AGREE", "duplicate", id, List.of(own, theirs), at);
    }

    /** What the body has agreed to and may take back, also where the pair is no longer proposed. */
    public List<Duplicates.Waiting> waiting(Actor by) {
        return duplicates.waiting(by);
    }

    /** Takes an agreement back, and with it what it let the other body see. */
    public void disagree(Actor by, Instant at, UUID agreement) {
        Duplicates.Waiting waiting =
                duplicates.waiting(by).stream()
                        .filter(one -> one.id().equals(agreement))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        end(agreement, at, by);
        trail.changed(
                by,
                "DISAGREE",
                "duplicate",
                agreement,
                List.of(waiting.oneId(), waiting.otherId()),
                at);
    }

    /**
     * @return the person that stayed
     * @throws MoveRefused if the actor's body does not hold the file
     */
    public UUID undo(Actor by, Instant at, UUID merge) {
        UUID kept = duplicates.keptBy(merge, by).orElseThrow(NotVisible::new);
        if (!grants.mayOpen(kept, by)) {
            throw new MoveRefused(List.of("duplicate.not-yours"));
        }
        duplicates.undo(merge);
        trail.changed(by, "UNDO_MERGE", "person", merge, List.of(kept), at);
        return kept;
    }

    /** Whose file a merged one became; not visible where nothing was merged. */
    public UUID becameOf(Actor by, UUID person) {
        return duplicates.becameOf(person, by).orElseThrow(NotVisible::new);
    }

    public List<Duplicates.Before> before(Actor by, UUID person) {
        return duplicates.before(person, by);
    }

    /**
     * @param holdsOne whether the body of who looks holds the first of the two, likewise the other
     * @param agreement how one of two bodies would have them made one, or null
     * @param body that of who looks
     */
    public record Comparison(
            Duplicates.Pair pair,
            PersonFile one,
            PersonFile other,
            List<Duplicates.OpenFile> openFiles,
            boolean holdsOne,
            boolean holdsOther,
            Duplicates.@Nullable Agreement agreement,
            UUID body) {

        public boolean holdsBoth() {
            return holdsOne && holdsOther;
        }

        /** The body holds one of the two, and the other's has said nothing yet. */
        public boolean mayAgree() {
            return holdsOne != holdsOther && agreement == null;
        }

        /** The agreement is the body's own, and waits for the other. */
        public boolean waits() {
            return agreement != null && agreement.organisationId().equals(body);
        }

        public boolean mayMerge() {
            return holdsBoth() || (holdsOne || holdsOther) && agreement != null && !waits();
        }

        private List<String> chosen(UUID kept, @Nullable UUID lead) {
            List<String> missing = new ArrayList<>();
            if (!kept.equals(pair.personId()) && !kept.equals(pair.otherId())) {
                missing.add("duplicate.kept-missing");
            }
            if (openFiles.size() > 1
                    && openFiles.stream().noneMatch(file -> file.id().equals(lead))) {
                missing.add("duplicate.lead-missing");
            }
            return missing;
        }
    }
}
