package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.Diary;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/**
 * The diary, read from its end. Each source gives no more than a page, in the order of its index,
 * so that the cost does not grow with the history.
 */
@Repository
class StoredDiary implements Diary {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Mark END =
            new Mark(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private static final String STEPS =
            """
            select s.id, s.at, s.feature kind, s.move title, s.note text, s.operator_id, s.organisation_id,
                null::uuid corrects_id, case when s.feature = 'hours' then s.subject_id end hour_id
            from step s where s.person_id = :person
                and (s.feature <> 'hours' or s.move in ('BOOK', 'UNBOOK', 'MISS', 'REOPEN'))
                and granted(s.person_id, :organisation, :role, s.section, s.subject_id)
            """;

    private static final String NOTES =
            """
            select n.id, n.at, 'note', n.section, n.body, n.operator_id, n.organisation_id, n.corrects_id, null
            from note n where n.person_id = :person and granted(n.person_id, :organisation, :role, n.section)
            """;

    private static final String ENCOUNTERS =
            """
            select e.id, e.recorded_at, 'encounter', i.name, e.topic || ' (' || e.minutes || ' min)', e.operator_id,
                u.organisation_id, null, null
            from encounter e join support u on u.id = e.support_id join instrument i on i.code = u.instrument
            where e.person_id = :person and e.status in ('DELIVERED', 'VALIDATED', 'REPORTED')
              and e.absence is null and e.corrects_id is null
              and granted(e.person_id, :organisation, :role, 'LABOUR')
            """;

    private static final String REVIEWS =
            """
            select r.id, r.at, 'plan', 'VERIFY_' || r.outcome, r.seen, r.operator_id, r.organisation_id, null, null
            from plan_review r where r.person_id = :person and granted(r.person_id, :organisation, :role, 'LABOUR')
            """;

    /** Whoever owes a task reads it, as the policy of the table says. */
    private static final String OF_TASKS =
            """
            from task t where t.person_id = :person
                and granted(t.person_id, :organisation, :role, 'IDENTITY')
                and (t.owner_id = :operator and t.organisation_id = :organisation
                    or granted(t.person_id, :organisation, :role, t.section, t.subject_id))
            """;

    private static final String ASKED =
            "select t.id, t.asked_at, 'task', 'ASK', t.what, t.asked_by_id, t.asked_for_id, null, null "
                    + OF_TASKS;

    /** Settled by who asked for it, else by the body that owed it. */
    private static final String SETTLING_BODY =
            "case when t.settled_by_id = t.asked_by_id then t.asked_for_id else t.organisation_id end";

    private static final String SETTLED_WORDS = "concat_ws(': ', t.what, t.why)";

    private static final String SETTLED =
            "select t.id, t.settled_at, 'task', t.status, %s, t.settled_by_id, %s, null, null "
                            .formatted(SETTLED_WORDS, SETTLING_BODY)
                    + OF_TASKS;

    private static final String SOURCES =
            Stream.of(
                            page(
                                    STEPS,
                                    "s",
                                    "at",
                                    "s.feature",
                                    "s.operator_id",
                                    "s.organisation_id",
                                    "coalesce(s.note, '')"),
                            page(
                                    NOTES,
                                    "n",
                                    "at",
                                    "'note'",
                                    "n.operator_id",
                                    "n.organisation_id",
                                    "n.body"),
                            page(
                                    ENCOUNTERS,
                                    "e",
                                    "recorded_at",
                                    "'encounter'",
                                    "e.operator_id",
                                    "u.organisation_id",
                                    "e.topic"),
                            page(
                                    REVIEWS,
                                    "r",
                                    "at",
                                    "'plan'",
                                    "r.operator_id",
                                    "r.organisation_id",
                                    "r.seen"),
                            page(
                                    ASKED,
                                    "t",
                                    "asked_at",
                                    "'task'",
                                    "t.asked_by_id",
                                    "t.asked_for_id",
                                    "t.what"),
                            page(
                                    SETTLED,
                                    "t",
                                    "settled_at",
                                    "'task'",
                                    "t.settled_by_id",
                                    SETTLING_BODY,
                                    SETTLED_WORDS))
                    .collect(Collectors.joining(" union all "));

    private static final String ENTRIES =
            """
            select t.id, t.at, t.kind, t.title,
                coalesce(t.text, h.topic || coalesce(to_char(h.on_day, ' (DD/MM/YYYY)'), '')) text,
                t.operator_id, o.name operator_name, t.organisation_id, g.name organisation_name, w.at corrects_of,
                c.at corrected_at
            from (
            """
                    + SOURCES
                    + """
                    ) t
                    join operator o on o.id = t.operator_id
                    join organisation g on g.id = t.organisation_id
                    left join encounter h on h.id = t.hour_id
                    left join note w on w.id = t.corrects_id
                    left join note c on c.corrects_id = t.id
                    order by t.at desc, t.id desc limit :limit
                    """;

    private static final String NOTE =
            """
            select n.id, n.section, n.body, n.at, o.name operator_name,
                (select c.id from note c where c.corrects_id = n.id) corrected_by
            from note n join operator o on o.id = n.operator_id
            where n.id = :note and n.person_id = :person
              and granted(n.person_id, :organisation, :role, n.section)
            """;

    private final Queries queries;

    StoredDiary(Queries queries) {
        this.queries = queries;
    }

    private static String page(
            String source,
            String table,
            String at,
            String kind,
            String author,
            String body,
            String words) {
        return "("
                + source
                + """
                and %1$s.%2$s between :since and :at and (%1$s.%2$s, %1$s.id) < (:at, :id)
                and (:kind::text is null or %3$s = :kind)
                and (:author::uuid is null or %4$s = :author)
                and (:body::uuid is null or %5$s = :body)
                and (:words::text is null or position(lower(:words::text) in lower(%6$s)) > 0)
                order by %1$s.%2$s desc, %1$s.id desc limit :limit)
                """
                        .formatted(table, at, kind, author, body, words);
    }

    /** Where the page begins: after the page before, and not after the last day. */
    private static Mark start(Filter filter) {
        Mark before = filter.before() == null ? END : filter.before();
        if (filter.until() == null) {
            return before;
        }
        Mark end = new Mark(startOf(filter.until().plusDays(1)), new UUID(0, 0));
        return end.at().isAfter(before.at()) ? before : end;
    }

    private static Instant startOf(LocalDate day) {
        return Rome.instant(day.atStartOfDay());
    }

    @Override
    public List<Entry> read(UUID person, Actor viewer, Filter filter, int limit) {
        Mark start = start(filter);
        Instant since = filter.since() == null ? BEGINNING : startOf(filter.since());
        return queries.sql(ENTRIES, viewer)
                .param("person", person)
                .param("since", Queries.at(since))
                .param("at", Queries.at(start.at()))
                .param("id", start.id())
                .param("kind", filter.kind(), Types.VARCHAR)
                .param("author", filter.operator(), Types.OTHER)
                .param("body", filter.organisation(), Types.OTHER)
                .param("words", filter.words(), Types.VARCHAR)
                .param("limit", limit)
                .list(Entry.class);
    }

    @Override
    public Optional<Written> note(UUID person, UUID note, Actor viewer) {
        return queries.sql(NOTE, viewer)
                .param("person", person)
                .param("note", note)
                .optional(Written.class);
    }
}
