package it.percorsi.walk;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Somebody about to do something, right or wrong: who, when, and the rows that come to hand. */
final class Hand {

    static final Map<String, String> TABLES =
            Map.of(
                    "referral", "referral",
                    "sitting", "sitting",
                    "casefile", "case_file",
                    "team", "team_member",
                    "transfer", "case_transfer",
                    "plan", "plan",
                    "hours", "encounter",
                    "appointment", "appointment",
                    "direct", "direct_referral",
                    "task", "task");

    /** Of a person the actor's body has to do with. */
    static final String OURS =
            "exists (select 1 from access_grant g where g.person_id = t.person_id and g.organisation_id = :body)";

    private static final int LATEST = 40;

    final Actor who;
    final Instant at;
    final LocalDate today;
    private final long seed;
    private final NamedParameterJdbcTemplate truth;
    private final Map<String, List<UUID>> seen = new HashMap<>();
    private Random random;
    private @Nullable Tried tried;

    Hand(Actor who, Instant at, long seed, NamedParameterJdbcTemplate truth) {
        this.who = who;
        this.at = at;
        this.today = it.percorsi.pathway.Rome.day(at);
        this.seed = seed;
        this.truth = truth;
        random = new Random(seed);
    }

    /** Whoever does it again has the same in mind, and the same rows before them. */
    void begin() {
        random = new Random(seed);
    }

    /** A move of a printed pathway on one row. */
    record Tried(String feature, UUID subject, String move) {}

    /** A row from which the printed page lets this move be made, most times. */
    UUID on(String feature, String move, String more) {
        String leaves =
                "status in (select a.origin from walk_arrow a where a.feature = '%s' and a.move = '%s') and %s";
        UUID subject = any(TABLES.get(feature), leaves.formatted(feature, move, more));
        tried = new Tried(feature, subject, move);
        return subject;
    }

    UUID on(String feature, String move) {
        return on(feature, move, feature.equals("sitting") ? "true" : OURS);
    }

    /** One of the latest rows of a table, most times one of which this is true. */
    UUID any(String table, String where) {
        return one(latest(table, random.nextInt(6) == 0 ? "true" : where, "id"));
    }

    /** One of the latest values of a column, one of which this is true. */
    UUID of(String column, String table, String where) {
        return one(latest(table, where, column));
    }

    Set<UUID> some(String table, String where, String column) {
        return latest(table, where, column).stream()
                .filter(each -> random.nextInt(5) > 0)
                .collect(Collectors.toSet());
    }

    private List<UUID> latest(String table, String where, String column) {
        return seen.computeIfAbsent(
                "select %s from %s t where %s order by walked desc limit %d"
                        .formatted(column, table, where, LATEST),
                asked ->
                        truth.queryForList(
                                asked,
                                Map.of("me", who.operatorId(), "body", who.organisationId()),
                                UUID.class));
    }

    <T> T one(List<T> many) {
        if (many.isEmpty()) {
            throw new NotVisible();
        }
        return many.get(random.nextInt(many.size()));
    }

    @SafeVarargs
    final <T> T one(T... many) {
        return many[random.nextInt(many.length)];
    }

    boolean seldom() {
        return random.nextInt(8) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** What is written as a reason; now and then nothing. */
    String words() {
        return random.nextInt(12) == 0 ? " " : one("Lo chiede lei", "Ha cambiato casa", "È pronta");
    }

    LocalDate dayWithin(int before, int after) {
        return today.minusDays(before).plusDays(random.nextInt(before + after));
    }

    @Nullable Tried tried() {
        return tried;
    }
}
