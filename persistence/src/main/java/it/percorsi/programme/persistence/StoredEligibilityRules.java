package it.percorsi.programme.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.network.Network.Choice;
import it.percorsi.programme.Age;
import it.percorsi.programme.Circumstances;
import it.percorsi.programme.Condition;
import it.percorsi.programme.EligibilityRule;
import it.percorsi.programme.EligibilityRules;
import it.percorsi.programme.PermitToStay;
import it.percorsi.programme.WorkRight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredEligibilityRules implements EligibilityRules {

    private final Queries queries;

    StoredEligibilityRules(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<EligibilityRule> of(UUID programme) {
        return queries.sql(
                        """
                        select r.*,
                            array(select k.code || '=' || k.name from eligibility_permit_kind e
                                join permit_kind k on k.code = e.permit_kind
                                where (e.programme_id, e.ordinal) = (r.programme_id, r.ordinal) order by k.name) kinds,
                            array(select m.belfiore || '=' || m.name from eligibility_municipality e
                                join municipality m on m.belfiore = e.municipality
                                where (e.programme_id, e.ordinal) = (r.programme_id, r.ordinal) order by m.name) towns
                        from eligibility_rule r where r.programme_id = :programme
                        order by r.ordinal, r.valid_from nulls first
                        """)
                .param("programme", programme)
                .list((row, n) ->
                        new EligibilityRule(
                                condition(row),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("source"),
                                row.getBoolean("verified"),
                                row.getString("note")));
    }

    private static Condition condition(ResultSet row) throws SQLException {
        return switch (Condition.Kind.valueOf(row.getString("rule"))) {
            case AGE ->
                    new Age(
                            edge(row, "age_min"),
                            edge(row, "age_max"),
                            row.getBoolean("age_edges_verified"),
                            row.getObject("age_measured_on", LocalDate.class));
            case THIRD_COUNTRY_NATIONAL -> new Condition.ThirdCountryNational();
            case FOREIGN_NATIONAL -> new Condition.ForeignNational();
            case PERMIT -> new PermitToStay(choices(row, "kinds"));
            case WORK_RIGHT -> new WorkRight();
            case RESIDENCE -> new Condition.Residence(choices(row, "towns"));
            case IN_CARE -> new Condition.InCare();
            case PANEL_DECISION -> new Condition.PanelDecision();
            case NEED -> new Condition.Need(row.getString("wording"));
        };
    }

    private static Age.@Nullable Edge edge(ResultSet row, String column) throws SQLException {
        Integer years = row.getObject(column, Integer.class);
        return years == null ? null : new Age.Edge(years, row.getBoolean(column + "_included"));
    }

    private static List<Choice> choices(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Choice(pair[0], pair[1]))
                .toList();
    }

    @Override
    public Circumstances circumstances(UUID person, UUID programme, LocalDate on, Actor viewer) {
        return new Circumstances(care(person, on, viewer), decision(person, programme, on, viewer));
    }

    /** In care is who has somebody of a municipality or of its social consortium in the team. */
    private Circumstances.@Nullable Care care(UUID person, LocalDate on, Actor viewer) {
        return queries.sql(
                        """
                        select o.name organisation_name, t.since
                        from case_file c
                        join team_member t on t.case_file_id = c.id and t.since <= :day
                            and (t.until is null or t.until > :day)
                        join organisation o on o.id = t.organisation_id and o.kind in ('MUNICIPALITY', 'SDS')
                        where c.person_id = :person and c.status in ('IN_CARE', 'SUSPENDED')
                            and granted(c.person_id, :organisation, :role, 'IDENTITY')
                        order by t.since, t.id limit 1
                        """,
                        viewer)
                .param("person", person)
                .param("day", on)
                .optional(Circumstances.Care.class)
                .orElse(null);
    }

    private Circumstances.@Nullable Decision decision(
            UUID person, UUID programme, LocalDate on, Actor viewer) {
        return queries.sql(
                        """
                        select p.name panel_name, (r.decided_at at time zone 'Europe/Rome')::date decided_on, r.status
                        from referral r join panel p on p.id = r.panel_id
                        where r.person_id = :person
                            and (r.decided_at at time zone 'Europe/Rome')::date <= :day
                            and r.status in ('ACCEPTED', 'REJECTED', 'WAITLISTED', 'DEFERRED')
                            and not exists (select 1 from sitting s where s.id = r.decided_in and s.status = 'OPEN')
                            and (p.programme_id = :programme or p.programme_id is null and exists (select 1
                                from programme_body b where b.programme_id = :programme
                                    and b.organisation_id = p.organisation_id))
                            and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)
                        order by r.decided_at desc limit 1
                        """,
                        viewer)
                .param("person", person)
                .param("programme", programme)
                .param("day", on)
                .optional(Circumstances.Decision.class)
                .orElse(null);
    }
}
