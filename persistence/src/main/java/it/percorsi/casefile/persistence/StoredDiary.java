package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.Diary;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * The diary, read from its end. Each source gives no more than a page, in the order of its index,
 * so that the cost does not grow with the history.
 */
@Repository
class StoredDiary implements Diary {

    private static final Mark END =
            new Mark(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private static final String ONE_PAGE =
            """
            and %1$s <= :at and (%1$s, %2$s.id) < (:at, :id)
            and (:kind::text is null or %3$s = :kind)
            and (:author::uuid is null or %2$s.operator_id = :author)
            and (:body::uuid is null or %4$s = :body)
            and (:words::text is null or position(lower(:words::text) in lower(%5$s)) > 0)
            order by %1$s desc, %2$s.id desc limit :limit
            """;

    private static final String ENTRIES =
            """
            select t.id, t.at, t.kind, t.title, t.text, t.operator_id, o.name operator_name,
                t.organisation_id, g.name organisation_name, w.at corrects_of, c.at corrected_at
            from (
                (select s.id, s.at, s.feature kind, s.move title, s.note text, s.operator_id, s.organisation_id,
                    null::uuid corrects_id
                from step s where s.person_id = :person and s.feature <> 'hours'
                    and granted(s.person_id, :organisation, :role, s.section, s.subject_id)
            """
                    + ONE_PAGE.formatted(
                            "s.at", "s", "s.feature", "s.organisation_id", "coalesce(s.note, '')")
                    + """
                    ) union all
                    (select n.id, n.at, 'note', n.section, n.body, n.operator_id, n.organisation_id, n.corrects_id
                    from note n where n.person_id = :person
                        and granted(n.person_id, :organisation, :role, n.section)
                    """
                    + ONE_PAGE.formatted("n.at", "n", "'note'", "n.organisation_id", "n.body")
                    + """
                    ) union all
                    (select e.id, e.recorded_at, 'encounter', i.name, e.topic || ' (' || e.minutes || ' min)',
                        e.operator_id, u.organisation_id, null
                    from encounter e join support u on u.id = e.support_id
                    join instrument i on i.code = u.instrument
                    where e.person_id = :person and e.status in ('DELIVERED', 'VALIDATED', 'REPORTED')
                      and e.absence is null and e.corrects_id is null
                      and granted(e.person_id, :organisation, :role, 'LABOUR')
                    """
                    + ONE_PAGE.formatted(
                            "e.recorded_at", "e", "'encounter'", "u.organisation_id", "e.topic")
                    + """
                    )) t
                    join operator o on o.id = t.operator_id
                    join organisation g on g.id = t.organisation_id
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

    @Override
    public List<Entry> read(UUID person, Actor viewer, Filter filter, int limit) {
        Mark before = filter.before() == null ? END : filter.before();
        return queries.sql(ENTRIES, viewer)
                .param("person", person)
                .param("at", Queries.at(before.at()))
                .param("id", before.id())
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
