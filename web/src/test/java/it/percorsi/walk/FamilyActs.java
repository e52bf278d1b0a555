package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.person.DuplicateService;
import it.percorsi.person.HouseholdService;
import it.percorsi.person.Kinship;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who lives with whom, whose address is kept apart, and which two files are of one person. */
final class FamilyActs {

    private static final Set<Role> SOCIAL = Set.of(Role.SOCIAL_WORKER);
    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final String HELD =
            "exists (select 1 from access_grant g where g.person_id = t.%s and g.organisation_id = :body"
                    + " and g.basis = 'FILE' and g.valid_until is null)";
    private static final String LET_IN =
            "exists (select 1 from connection c where c.person_id = t.%s and c.organisation_id = :body and c.status = 'ACCEPTED')";
    private static final String BOTH =
            "t.status = 'OPEN' and "
                    + HELD.formatted("person_id")
                    + " and "
                    + HELD.formatted("other_id");
    private static final String ONE =
            "t.status = 'OPEN' and (%s and %s or %s and %s)"
                    .formatted(
                            HELD.formatted("person_id"),
                            LET_IN.formatted("other_id"),
                            HELD.formatted("other_id"),
                            LET_IN.formatted("person_id"));
    private static final String AGREED =
            "exists (select 1 from merge_agreement a where (a.one_id, a.other_id) = (t.person_id, t.other_id) and a.ended_at is null)";

    private final WalkWorld world;
    private final HouseholdService households;
    private final DuplicateService duplicates;

    FamilyActs(WalkWorld world) {
        this.world = world;
        households = world.bean(HouseholdService.class);
        duplicates = world.bean(DuplicateService.class);
    }

    List<Act> all() {
        return List.of(
                act("say who lives with whom", SOCIAL, this::link),
                act("look at a household", SOCIAL, h -> households.of(h.who, h.at, person(h))),
                act("say they live apart", SOCIAL, this::unlink),
                act(
                        "keep an address apart",
                        SOCIAL,
                        h ->
                                households.protect(
                                        h.who,
                                        h.at,
                                        h.seldom() ? person(h) : h.any("person", "walked % 9 = 0"),
                                        "Casa rifugio")),
                act(
                        "keep it apart no more",
                        SOCIAL,
                        h ->
                                households.unprotect(
                                        h.who,
                                        h.at,
                                        h.of(
                                                "person_id",
                                                "protected_address",
                                                "valid_until is null"))),
                act("compare who may be one", Act.NOBODY, h -> seek()),
                act("look at the two", DESK, h -> duplicates.compare(h.who, h.at, pair(h, BOTH))),
                act("say they are two", DESK, h -> duplicates.different(h.who, h.at, seldom(h))),
                act("make two files one", DESK, h -> merge(h, h.seldom() ? AGREED : BOTH)),
                act("make two files one as agreed", DESK, h -> merge(h, AGREED)),
                act("agree to make them one", DESK, this::agree),
                act(
                        "agree no more",
                        DESK,
                        h ->
                                duplicates.disagree(
                                        h.who,
                                        h.at,
                                        h.any(
                                                "merge_agreement",
                                                "ended_at is null and organisation_id = :body"
                                                        + " and walked % 2 = 0"))),
                act(
                        "part them again",
                        DESK,
                        h ->
                                duplicates.undo(
                                        h.who, h.at, h.any("person_merge", "undone_at is null"))),
                act(
                        "look for what they became",
                        DESK,
                        h ->
                                duplicates.becameOf(
                                        h.who, h.any("person", "merged_into is not null"))));
    }

    private static UUID person(Hand h) {
        return h.any("person", Hand.KNOWN);
    }

    private void link(Hand h) {
        UUID person = person(h);
        UUID relative = h.seldom() ? person : person(h);
        h.trying("household", person, "LINK");
        households.link(h.who, h.at, person, h.with(relative), h.one(Kinship.values()));
    }

    private void unlink(Hand h) {
        UUID link = h.any("household_link", "ended_at is null and " + Hand.OURS);
        UUID person = h.of("person_id", "household_link", "id = '%s'".formatted(link));
        households.unlink(h.who, h.at, person, link);
    }

    /** What the application does by itself now and then. */
    private void seek() {
        world.truth.query("select seek_duplicates(200)", Map.of(), row -> {});
    }

    private static UUID pair(Hand h, String which) {
        return h.any("duplicate_pair", which);
    }

    /** Now and then: else there would be nobody to make one. */
    private static UUID seldom(Hand h) {
        return pair(h, BOTH + " and t.walked % 7 = 0");
    }

    private interface Chosen {
        void done(UUID pair, UUID kept, @Nullable UUID lead);
    }

    private static void choose(Hand h, UUID pair, String move, Chosen act) {
        String it = "id = '%s'".formatted(pair);
        UUID kept = h.of(h.one("person_id", "other_id"), "duplicate_pair", it);
        UUID lead =
                h.seldom()
                        ? null
                        : h.of(
                                "id",
                                "case_file",
                                "person_id in (select unnest(array[d.person_id, d.other_id]) from duplicate_pair d where d.%s)"
                                        .formatted(it));
        h.trying("duplicate", pair, move);
        h.told("lead", lead);
        act.done(pair, kept, lead);
    }

    /** Of what was agreed, as it was agreed. */
    private void merge(Hand h, String which) {
        UUID pair = pair(h, which);
        if (which.equals(AGREED) && !h.seldom()) {
            String agreed =
                    "ended_at is null and (one_id, other_id) = (select d.person_id, d.other_id from duplicate_pair d where d.id = '%s')"
                            .formatted(pair);
            UUID kept = h.of("kept_id", "merge_agreement", agreed);
            UUID lead = h.of("lead_id", "merge_agreement", "lead_id is not null and " + agreed);
            duplicates.merge(h.who, h.at, pair, kept, lead);
            return;
        }
        choose(h, pair, "MERGE", (it, kept, lead) -> duplicates.merge(h.who, h.at, it, kept, lead));
    }

    private void agree(Hand h) {
        choose(
                h,
                pair(h, h.seldom() ? BOTH : ONE),
                "AGREE",
                (pair, kept, lead) -> duplicates.agree(h.who, h.at, pair, kept, lead));
    }
}
