package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private final AccessTrail trail;

    DuplicateService(Duplicates duplicates, PersonService people, AccessTrail trail) {
        this.duplicates = duplicates;
        this.people = people;
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
                duplicates.holdsAll(List.of(pair.personId(), pair.otherId()), by));
    }

    public void different(Actor by, Instant at, UUID id) {
        Duplicates.Pair pair = duplicates.pair(id, by).orElseThrow(NotVisible::new);
        duplicates.different(id, at, by);
        trail.changed(
                by, "DIFFERENT", "duplicate", id, List.of(pair.personId(), pair.otherId()), at);
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
        List<String> obstacles = new ArrayList<>();
        if (!kept.equals(pair.personId()) && !kept.equals(pair.otherId())) {
            obstacles.add("duplicate.kept-missing");
        }
        if (comparison.openFiles().size() > 1
                && comparison.openFiles().stream().noneMatch(file -> file.id().equals(lead))) {
            obstacles.add("duplicate.lead-missing");
        }
        if (!comparison.mayMerge()) {
            obstacles.add("duplicate.not-yours");
        }
        if (!obstacles.isEmpty()) {
            throw new MoveRefused(obstacles);
        }
        UUID absorbed = kept.equals(pair.personId()) ? pair.otherId() : pair.personId();
        UUID merge = Ids.next();
        duplicates.merge(merge, kept, absorbed, comparison.openFiles().size() > 1 ? lead : null);
        trail.changed(by, "MERGE", "person", merge, List.of(kept, absorbed), at);
        return kept;
    }

    /**
     * @return the person that stayed
     * @throws MoveRefused if the actor's body does not hold the file
     */
    public UUID undo(Actor by, Instant at, UUID merge) {
        UUID kept = duplicates.keptBy(merge, by).orElseThrow(NotVisible::new);
        if (!duplicates.holdsAll(List.of(kept), by)) {
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

    public record Comparison(
            Duplicates.Pair pair,
            PersonFile one,
            PersonFile other,
            List<Duplicates.OpenFile> openFiles,
            boolean mayMerge) {}
}
