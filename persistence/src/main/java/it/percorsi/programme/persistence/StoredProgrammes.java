package it.percorsi.programme.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.programme.Programmes;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredProgrammes implements Programmes {

    private static final String CARDS =
            """
            select p.id, p.code, p.name, f.name fund_name, p.runs_from, p.runs_until, p.extended_until,
                p.extension_note, p.zone, p.target, p.women_percent
            from programme p left join funding_source f on f.code = p.fund
            """;

    private static final String BENEFICIARIES =
            """
            select p.id person_id, p.family_name, p.given_name, p.born_on, e.gender, e.citizenship,
                o.name organisation_name, e.status, e.enrolled_on
            from enrolment e
            join person p on p.id = e.person_id and entrusted(p.id, :organisation, :role, 'IDENTITY')
            join organisation o on o.id = e.organisation_id
            where e.programme_id = :programme and e.status in ('ACTIVE', 'COMPLETED')
              and entrusted(e.person_id, :organisation, :role, 'STATUS')
              and (:body::text is null or o.code = :body)
              and (:gender::text is null or coalesce(e.gender, '-') = :gender)
            order by p.family_name, p.given_name, e.id
            """;

    private final Queries queries;

    StoredProgrammes(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Card> cards() {
        return queries.sql(CARDS + "order by p.runs_from nulls last, p.code").list(Card.class);
    }

    @Override
    public Optional<Card> card(String code) {
        return queries.sql(CARDS + "where p.code = :code").param("code", code).optional(Card.class);
    }

    @Override
    public void extend(UUID programme, LocalDate until, String note) {
        of(
                        "update programme set extended_until = :until, extension_note = :note, version = version + 1 where id = :programme",
                        programme)
                .param("until", until)
                .param("note", note)
                .update();
    }

    @Override
    public List<Reached> reached(UUID programme, Actor viewer) {
        return queries.sql(
                        """
                        select o.code organisation_code, o.name organisation_name, b.target,
                            count(e.id) filter (where e.gender = 'F') women,
                            count(e.id) filter (where e.gender = 'M') men,
                            count(e.id) filter (where e.gender is null or e.gender = 'X') other,
                            count(e.id) total
                        from programme_body b
                        join organisation o on o.id = b.organisation_id
                        left join enrolment e on e.programme_id = b.programme_id
                            and e.organisation_id = b.organisation_id and e.status in ('ACTIVE', 'COMPLETED')
                            and granted(e.person_id, :organisation, :role, 'STATUS')
                        where b.programme_id = :programme and b.enrols
                        group by o.code, o.name, b.target, b.ordinal
                        order by b.ordinal
                        """,
                        viewer)
                .param("programme", programme)
                .list(Reached.class);
    }

    @Override
    public List<BeneficiaryRow> beneficiaries(
            UUID programme, @Nullable String organisation, @Nullable String gender, Actor viewer) {
        return beneficiaryRows(programme, organisation, gender, viewer).list(BeneficiaryRow.class);
    }

    @Override
    public void eachBeneficiary(UUID programme, Actor viewer, Consumer<BeneficiaryRow> row) {
        beneficiaryRows(programme, null, null, viewer).each(BeneficiaryRow.class, row);
    }

    private Statement beneficiaryRows(
            UUID programme, @Nullable String organisation, @Nullable String gender, Actor viewer) {
        return queries.sql(BENEFICIARIES, viewer)
                .param("programme", programme)
                .param("body", organisation, Types.VARCHAR)
                .param("gender", gender, Types.VARCHAR);
    }

    @Override
    public List<Amount> amounts(UUID programme) {
        return of(
                        """
                        select o.name organisation_name, a.ordinal, a.line, l.label, a.euro
                        from budget_amount a join organisation o on o.id = a.organisation_id
                        left join activity_line l on l.programme_id = a.programme_id
                            and l.organisation_id = a.organisation_id and l.line = a.line
                        where a.programme_id = :programme
                        order by (select min(b.ordinal) from programme_body b
                            where (b.programme_id, b.organisation_id) = (a.programme_id, o.id)), a.ordinal
                        """,
                        programme)
                .list(Amount.class);
    }

    @Override
    public List<Scheduled> schedule(UUID programme) {
        return of(
                        """
                        select activity, starts_on, ends_on, output, responsible from scheduled_activity
                        where programme_id = :programme order by ordinal
                        """,
                        programme)
                .list(Scheduled.class);
    }

    @Override
    public List<ContextIndicator> indicators(UUID programme) {
        return of(
                        """
                        select o.name organisation_name, i.name, i.value, i.unit, i.numerator, i.denominator,
                            i.reference_year, i.warning
                        from context_indicator i join organisation o on o.id = i.organisation_id
                        where i.programme_id = :programme
                        order by (select min(b.ordinal) from programme_body b
                            where (b.programme_id, b.organisation_id) = (i.programme_id, o.id)), i.ordinal
                        """,
                        programme)
                .list(ContextIndicator.class);
    }

    @Override
    public List<UUID> coordinators(UUID programme) {
        return of(
                        "select organisation_id from programme_body where programme_id = :programme and role = 'COORDINATION'",
                        programme)
                .list(UUID.class);
    }

    @Override
    public List<Body> bodies(UUID programme) {
        return of(
                        """
                        select o.name organisation_name, b.role, b.target, b.enrols
                        from programme_body b join organisation o on o.id = b.organisation_id
                        where b.programme_id = :programme order by b.ordinal
                        """,
                        programme)
                .list(Body.class);
    }

    @Override
    public List<Remark> remarks(UUID programme) {
        return of(
                        "select text, source from programme_remark where programme_id = :programme order by ordinal",
                        programme)
                .list(Remark.class);
    }

    @Override
    public List<UUID> enrolledBy(UUID organisation) {
        return queries.sql(
                        "select programme_id from programme_body where organisation_id = :body and enrols")
                .param("body", organisation)
                .list(UUID.class);
    }

    private Statement of(String sql, UUID programme) {
        return queries.sql(sql).param("programme", programme);
    }
}
