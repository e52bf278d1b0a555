package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.pathway.Ids;
import it.percorsi.person.Search;
import it.percorsi.plan.Ledger;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredLedger implements Ledger {

    private static final String FILTERED =
            """
            from programme_hours(:programme) h join instrument i on i.code = h.instrument
            join funding_source f on f.code = h.funding_source
            where (:status::text is null or h.status = :status)
              and (:instrument::text is null or h.instrument = :instrument)
              and (:giver::uuid is null or h.operator_id = :giver and h.giver is null)
              and (:person::uuid is null or h.person_id = :person)
              and (:fund::text is null or h.funding_source = :fund)
              and (:from::date is null or h.on_day >= :from)
              and (:until::date is null or h.on_day <= :until)
            """;
    private static final String ENTRIES =
            """
            select h.id, h.person_id, p.family_name, p.given_name, h.on_day, h.starts, h.minutes, h.counted, h.status,
                i.name instrument_name, f.name funding_name,
                coalesce(h.giver, (select o.name from operator o where o.id = h.operator_id)) operator_name, h.correction
            from (select h.* %s) h
            join person p on p.id = h.person_id
            join instrument i on i.code = h.instrument join funding_source f on f.code = h.funding_source
            where %s entrusted(h.person_id, :organisation, :role, 'STATUS')
            order by coalesce(h.on_day, 'infinity') desc, h.id desc
            """;

    private static final String BUDGETS = "enrolment n join hour_budget b on b.enrolment_id = n.id";
    private static final String OF_IT =
            """
            n.programme_id = :programme and n.status = 'ACTIVE'
              and entrusted(b.person_id, :organisation, :role, 'STATUS')
            """;

    private final Queries queries;

    StoredLedger(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Entry> entries(UUID programme, Filter filter, @Nullable Mark after, Actor viewer) {
        Statement page =
                filtered(
                        ENTRIES.formatted(
                                        FILTERED,
                                        after == null
                                                ? ""
                                                : "(coalesce(h.on_day, 'infinity'), h.id) < (coalesce(:day::date, 'infinity'), :id) and")
                                + " limit "
                                + PAGE,
                        programme,
                        filter,
                        viewer);
        if (after != null) {
            page.param("day", after.day(), Types.DATE).param("id", after.id());
        }
        return page.list(Entry.class);
    }

    @Override
    public void each(UUID programme, Filter filter, Actor viewer, Consumer<Entry> row) {
        filtered(ENTRIES.formatted(FILTERED, ""), programme, filter, viewer).each(Entry.class, row);
    }

    @Override
    public List<Sum> sums(UUID programme, Filter filter, Actor viewer) {
        return filtered(
                        """
                        select i.name instrument_name, f.name funding_name,
                            coalesce(sum(h.minutes) filter (where h.status = 'PLANNED'), 0)::int planned,
                            coalesce(sum(h.minutes) filter (where h.status = 'BOOKED'), 0)::int booked,
                            coalesce(sum(h.counted), 0)::int delivered,
                            coalesce(sum(h.counted) filter (where h.status in ('VALIDATED', 'REPORTED')), 0)::int validated,
                            coalesce(sum(h.counted) filter (where h.status = 'REPORTED'), 0)::int reported
                        """
                                + FILTERED
                                + " group by i.name, f.name order by i.name, f.name",
                        programme,
                        filter,
                        viewer)
                .list(Sum.class);
    }

    private Statement filtered(String sql, UUID programme, Filter filter, Actor viewer) {
        return queries.sql(sql, viewer)
                .param("programme", programme)
                .param("status", filter.status(), Types.VARCHAR)
                .param("instrument", filter.instrument(), Types.VARCHAR)
                .param("giver", filter.operator(), Types.OTHER)
                .param("person", filter.person(), Types.OTHER)
                .param("fund", filter.fund(), Types.VARCHAR)
                .param("from", filter.from(), Types.DATE)
                .param("until", filter.until(), Types.DATE);
    }

    @Override
    public List<Person> budgets(
            UUID programme, @Nullable UUID person, @Nullable UUID after, Actor viewer, int most) {
        return of(
                        """
                        with b as materialized (
                            select b.*, trim(p.family_name || ' ' || p.given_name) person_name,
                                row (b.minutes + b.passed_minutes - b.booked_minutes - b.delivered_minutes,
                                    p.family_name, p.given_name, b.id) place
                            from %s join person p on p.id = b.person_id
                            where %s and (:person::uuid is null or b.person_id = :person))
                        select b.id budget_id, b.person_id, b.person_name, b.minutes, b.passed_minutes passed,
                            b.booked_minutes booked, b.delivered_minutes delivered
                        from b where :after::uuid is null or place > (select l.place from b l where l.id = :after)
                        order by place limit :most
                        """
                                .formatted(BUDGETS, OF_IT),
                        programme,
                        viewer)
                .param("person", person, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .list(Person.class);
    }

    @Override
    public boolean hasBudget(UUID programme, UUID budget, Actor viewer) {
        return of(
                        "select exists (select 1 from %s where %s and b.id = :budget)"
                                .formatted(BUDGETS, OF_IT),
                        programme,
                        viewer)
                .param("budget", budget)
                .single(Boolean.class);
    }

    @Override
    public Optional<Named> person(UUID programme, UUID person, Actor viewer) {
        return named("(values (:person::uuid, 1)) f (person_id, fitness)", programme, viewer)
                .param("person", person)
                .optional(Named.class);
    }

    @Override
    public List<Named> find(UUID programme, Search search, Actor viewer) {
        return named("find_people(:words, :born, :year, null) f", programme, viewer)
                .param("words", Queries.texts(search.words()))
                .param("born", search.born(), Types.DATE)
                .param("year", search.year(), Types.INTEGER)
                .list(Named.class);
    }

    /**
     * @param found rows f of person_id and fitness
     */
    private Statement named(String found, UUID programme, Actor viewer) {
        return of(
                """
                select p.id, trim(p.family_name || ' ' || p.given_name) name, p.born_on, p.born_precision
                from %s join person p on p.id = f.person_id
                where exists (select 1 from enrolment n join hour_budget b on b.enrolment_id = n.id
                        where n.programme_id = :programme and n.person_id = p.id)
                  and entrusted(p.id, :organisation, :role, 'STATUS')
                order by f.fitness desc, p.family_name, p.given_name, p.id
                """
                        .formatted(found),
                programme,
                viewer);
    }

    @Override
    public List<Operator> operators(UUID programme, Actor viewer) {
        return of(
                        """
                        select o.id, o.name from operator o
                        where o.id in (select h.operator_id from programme_hours(:programme) h where h.giver is null) order by o.name, o.id
                        """,
                        programme,
                        viewer)
                .list(Operator.class);
    }

    @Override
    public void pass(UUID budget, int minutes, String reason, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into hour_extension (id, budget_id, person_id, minutes, reason, at, operator_id,
                            organisation_id)
                        select :id, b.id, b.person_id, :minutes, :reason, :at, :operator, :organisation
                        from hour_budget b where b.id = :budget
                        """,
                        by)
                .param("id", Ids.next())
                .param("budget", budget)
                .param("minutes", minutes)
                .param("reason", reason)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<Period> periods(UUID programme) {
        return queries.sql(
                        """
                        select h.from_day, h.until_day, h.frozen_at, o.name operator_name
                        from hour_period h join operator o on o.id = h.frozen_by
                        where h.programme_id = :programme order by h.from_day desc
                        """)
                .param("programme", programme)
                .list(Period.class);
    }

    @Override
    public int freeze(UUID programme, LocalDate from, LocalDate until, Actor by) {
        return of("select freeze_hours(:programme, :from, :until)", programme, by)
                .param("from", from)
                .param("until", until)
                .single(Integer.class);
    }

    @Override
    public List<TwoFunds> twoFunds(UUID programme, Actor viewer) {
        return of(
                        """
                        select t.person_id, trim(p.family_name || ' ' || p.given_name) person_name, t.on_day,
                            t.one_starts, t.one_minutes, one.name one_fund, t.other_starts, t.other_minutes,
                            other.name other_fund, t.overlapping
                        from two_funds_a_day(:programme) t join person p on p.id = t.person_id
                        join funding_source one on one.code = t.one_fund
                        join funding_source other on other.code = t.other_fund
                        where entrusted(t.person_id, :organisation, :role, 'STATUS')
                        order by t.overlapping desc, t.on_day desc, person_name, t.one_starts
                        limit 500
                        """,
                        programme,
                        viewer)
                .list(TwoFunds.class);
    }

    @Override
    public List<Given> given(LocalDate from, LocalDate until, Actor by) {
        return queries.sql("select * from hours_given(:from, :until)", by)
                .param("from", from)
                .param("until", until)
                .list(Given.class);
    }

    private Statement of(String sql, UUID programme, Actor viewer) {
        return queries.sql(sql, viewer).param("programme", programme);
    }
}
