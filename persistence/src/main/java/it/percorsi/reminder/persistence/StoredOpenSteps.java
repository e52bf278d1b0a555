package it.percorsi.reminder.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.pathway.Mark;
import it.percorsi.reminder.OpenSteps;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredOpenSteps implements OpenSteps {

    /**
     * Whoever has a step sees that it waits; the others, where they read what it is about. Whoever
     * is invited does not know yet whose team it is, and a sheet is of many: they name nobody.
     * Whoever was sent somebody knows their name from there, and nothing else of them.
     */
    private static final String WAITING =
            """
            from open_step s left join operator o on o.id = s.owner_id
            left join person p on p.id = s.person_id and s.kind <> 'INVITATION'
            left join direct_referral d on d.id = s.id and s.kind in ('RECEIVED', 'UNDERWAY')
            where s.organisation_id = :organisation and s.kind = any (:kinds) and s.due_on <= :until
              and case s.kind
                when 'INVITATION' then s.owner_id = :operator
                when 'MEETING' then s.owner_id = :operator
                when 'SHEET' then coalesce(s.owner_id, :operator) = :operator or s.due_on < :late
                else coalesce(p.id, d.person_id) is not null
                  and (s.owner_id = :operator and entrusted(s.person_id, :organisation, :role, 'IDENTITY')
                    or (s.owner_id is null or s.due_on < :late)
                        and entrusted(s.person_id, :organisation, :role, s.section, s.subject_id)) end
            """;

    private final Queries queries;

    StoredOpenSteps(Queries queries) {
        this.queries = queries;
    }

    private Statement waiting(
            String what, String page, LocalDate until, LocalDate late, Actor viewer) {
        return queries.sql(what + WAITING + page, viewer)
                .param(
                        "kinds",
                        Queries.texts(Kind.of(viewer.role()).stream().map(Kind::name).toList()))
                .param("until", until)
                .param("late", late);
    }

    @Override
    public List<Row> waiting(
            LocalDate until, LocalDate late, @Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? Mark.BEGINNING : after;
        return waiting(
                        """
                        select s.kind, s.id, coalesce(p.id, d.person_id) person_id,
                            coalesce(trim(p.family_name || ' ' || p.given_name), d.person_name) person_name, s.owner_id, o.name owner_name, s.due_on, s.about
                        """,
                        "and (s.due_on, s.id) > (:on, :id) order by s.due_on, s.id limit :most",
                        until,
                        late,
                        viewer)
                .param("on", mark.on())
                .param("id", mark.id())
                .param("most", most)
                .list(Row.class);
    }

    @Override
    public List<Sum> ofProgrammes(LocalDate today, Actor viewer) {
        return queries.sql("select * from programme_steps(:today)", viewer)
                .param("today", today)
                .list(Sum.class);
    }

    @Override
    public Count count(LocalDate until, LocalDate late, LocalDate today, Actor viewer) {
        return waiting(
                        "select count(*)::int open, (count(*) filter (where s.due_on < :today))::int late ",
                        "",
                        until,
                        late,
                        viewer)
                .param("today", today)
                .single(Count.class);
    }

    @Override
    public List<Tally> tally(
            LocalDate until, LocalDate late, LocalDate today, LocalDate soon, Actor viewer) {
        return waiting(
                        """
                        select s.kind, count(*)::int open, (count(*) filter (where s.due_on < :today))::int late,
                            (count(*) filter (where s.due_on <= :soon))::int soon
                        """,
                        "group by s.kind order by min(s.due_on), s.kind",
                        until,
                        late,
                        viewer)
                .param("today", today)
                .param("soon", soon)
                .list(Tally.class);
    }
}
