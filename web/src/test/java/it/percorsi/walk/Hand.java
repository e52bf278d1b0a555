package it.percorsi.walk;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Somebody about to do something, right or wrong: who, when, and the rows that come to hand. */
final class Hand {

    static final Map<String, String> TABLES =
            Map.ofEntries(
                    Map.entry("referral", "referral"),
                    Map.entry("sitting", "sitting"),
                    Map.entry("casefile", "case_file"),
                    Map.entry("team", "team_member"),
                    Map.entry("transfer", "case_transfer"),
                    Map.entry("plan", "plan"),
                    Map.entry("hours", "encounter"),
                    Map.entry("appointment", "appointment"),
                    Map.entry("direct", "direct_referral"),
                    Map.entry("enrolment", "enrolment"),
                    Map.entry("task", "task"),
                    Map.entry("procedure", "procedure"),
                    Map.entry("ticket", "ticket"),
                    Map.entry("request", "public_request"),
                    Map.entry("connection", "connection"),
                    Map.entry("emergency", "emergency_access"),
                    Map.entry("mediation", "mediation_request"),
                    Map.entry("waiting", "wait"));

    /** Of a person the actor's body has to do with. */
    static final String OURS =
            "exists (select 1 from access_grant g where g.person_id = t.person_id and g.organisation_id = :body)";

    /** The same, asked of the person. */
    static final String KNOWN =
            "exists (select 1 from access_grant g where g.person_id = t.id and g.organisation_id = :body)";

    private static final int LATEST = 40;

    final Actor who;
    final Instant at;
    final LocalDate today;
    private final long seed;
    private final NamedParameterJdbcTemplate truth;
    private final Map<String, List<UUID>> seen = new HashMap<>();
    private Random random;
    private @Nullable Tried tried;
    private String said = "";
    private final Map<String, @Nullable Object> told = new HashMap<>();

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
        tried = null;
        said = "";
        told.clear();
    }

    /**
     * A move of a printed pathway on one row.
     *
     * @param with the other row it needs, if it needs one
     */
    record Tried(String feature, UUID subject, String move, @Nullable UUID with) {}

    /** Takes another row for the move just begun. */
    UUID with(UUID other) {
        Tried begun = Objects.requireNonNull(tried);
        tried = new Tried(begun.feature(), begun.subject(), begun.move(), other);
        return other;
    }

    /** Begins a move on a row that was chosen already. */
    void trying(String feature, UUID subject, String move) {
        tried = new Tried(feature, subject, move, null);
    }

    /** A row from which the printed page lets this move be made, most times. */
    UUID on(String feature, String move, String more) {
        String leaves =
                "status in (select a.origin from walk_arrow a where a.feature = '%s' and a.move = '%s') and %s";
        UUID subject = any(TABLES.get(feature), leaves.formatted(feature, move, more));
        trying(feature, subject, move);
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

    /** Why the move just begun is made; now and then nothing. */
    String why() {
        return saying(words());
    }

    String saying(String why) {
        said = why.strip();
        return why;
    }

    /** What is told with the move just begun, by the name obstacles ask it by. */
    void told(String name, @Nullable Object what) {
        told.put(name, what);
    }

    /** Some words; now and then none. */
    String words() {
        return random.nextInt(12) == 0 ? " " : one("Lo chiede lei", "Ha cambiato casa", "È pronta");
    }

    LocalDate dayWithin(int before, int after) {
        return today.minusDays(before).plusDays(random.nextInt(before + after));
    }

    @Nullable Tried tried() {
        return tried;
    }

    /** What an {@link Obstacle} asks about. */
    Map<String, @Nullable Object> question(Tried asked) {
        Map<String, @Nullable Object> question = new HashMap<>(told);
        question.put("feature", asked.feature());
        question.put("move", asked.move());
        question.put("id", asked.subject());
        question.put("with", asked.with());
        question.put("me", who.operatorId());
        question.put("body", who.organisationId());
        question.put("role", who.role().name());
        question.put("at", at.atOffset(ZoneOffset.UTC));
        question.put("said", said);
        return question;
    }
}
