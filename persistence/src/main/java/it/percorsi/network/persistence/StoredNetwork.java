package it.percorsi.network.persistence;

import it.percorsi.database.Queries;
import it.percorsi.network.Desk;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import it.percorsi.network.Week;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredNetwork implements Network {

    private static final String DESKS =
            """
            select d.id, d.code, d.name, d.kind, d.municipality, m.name place, d.organisation_id,
                o.name organisation_name, d.staffing
            from desk d join organisation o on o.id = d.organisation_id
            join municipality m on m.belfiore = d.municipality
            """;

    private final EntityManager entities;
    private final Queries queries;
    private final StoredWeeks weeks;

    StoredNetwork(EntityManager entities, Queries queries, StoredWeeks weeks) {
        this.entities = entities;
        this.queries = queries;
        this.weeks = weeks;
    }

    @Override
    public List<OrganisationRow> organisations() {
        return queries.sql("select id, code, name, kind from organisation order by name")
                .list(OrganisationRow.class);
    }

    @Override
    public List<DeskRow> desks() {
        return queries.sql(
                        DESKS
                                + "order by d.kind <> 'PUA_FIRST_LEVEL', m.name <> 'Prato', m.name, d.name")
                .list(DeskRow.class);
    }

    @Override
    public Optional<DeskRow> desk(String code) {
        return queries.sql(DESKS + "where d.code = :code")
                .param("code", code)
                .optional(DeskRow.class);
    }

    @Override
    public List<Shift> shifts(LocalDate on) {
        return queries.sql(
                        """
                        select r.id mediator_id, d.id desk_id, r.language, l.name language_name,
                            coalesce(a.weekday, extract(isodow from a.on_day)::int) weekday, a.opens, a.closes
                        from availability a
                        join resource r on r.id = a.resource_id and r.kind = 'MEDIATOR'
                        join language l on l.code = r.language
                        join desk d on d.municipality = (select municipality from organisation o
                            where o.id = r.organisation_id) and d.kind = 'PUA_FIRST_LEVEL'
                        where a.valid_from <= :on and (a.valid_until is null or a.valid_until >= :on)
                            and (a.weekday is distinct from extract(isodow from cast(:on as date)) or not exists (
                                select 1 from availability x where x.resource_id = a.resource_id and x.on_day = :on))
                        order by weekday, a.opens
                        """)
                .param("on", on)
                .list((row, n) ->
                        new Shift(
                                row.getObject("mediator_id", UUID.class),
                                row.getObject("desk_id", UUID.class),
                                row.getString("language"),
                                row.getString("language_name"),
                                row.getInt("weekday"),
                                new Band(
                                        row.getObject("opens", LocalTime.class),
                                        row.getObject("closes", LocalTime.class))));
    }

    @Override
    public List<Choice> languages() {
        return choices("select code, name from language order by code <> 'it', name");
    }

    @Override
    public List<Country> countries() {
        return queries.sql(
                        """
                        select code, name, belfiore, eu_from, eu_until, free_from, free_until, language
                        from country where ceased_on is null order by name
                        """)
                .list(Country.class);
    }

    @Override
    public Optional<Country> country(String code) {
        return queries.sql(
                        """
                        select code, name, belfiore, eu_from, eu_until, free_from, free_until, language
                        from country where code = :code
                        """)
                .param("code", code)
                .optional(Country.class);
    }

    @Override
    public Optional<String> placeName(String belfiore) {
        return queries.sql(
                        """
                        select name from municipality where belfiore = :code
                        union all select name from country where belfiore = :code limit 1
                        """)
                .param("code", belfiore)
                .optional(String.class);
    }

    @Override
    public List<Choice> municipalitiesOfDesks() {
        return choices(
                """
                select belfiore code, name from municipality
                where ceased_on is null and province in ('PO', 'PT', 'LU', 'FI', 'PI') order by name
                """);
    }

    @Override
    public List<Choice> permitKinds() {
        return choices(
                """
                select code, name || coalesce(' (fino al ' || to_char(valid_until, 'DD/MM/YYYY') || ')', '') as name
                from permit_kind order by valid_until is not null, name
                """);
    }

    @Override
    public List<PermitKind> permitVocabulary() {
        return queries.sql(
                        """
                        select code, name, allows_work, valid_from, valid_until, source, verified
                        from permit_kind order by valid_until is not null, name
                        """)
                .list(PermitKind.class);
    }

    @Override
    public Optional<PermitKind> permitKind(String code) {
        return queries.sql(
                        """
                        select code, name, allows_work, valid_from, valid_until, source, verified
                        from permit_kind where code = :code
                        """)
                .param("code", code)
                .optional(PermitKind.class);
    }

    @Override
    public void save(PermitKind kind) {
        if (permit(
                        kind,
                        """
                        update permit_kind set name = :name, allows_work = :work, valid_from = :from, valid_until = :until,
                            source = :source, verified = :verified
                        where code = :code
                        """)
                == 0) {
            permit(
                    kind,
                    """
                    insert into permit_kind (code, name, allows_work, valid_from, valid_until, source, verified)
                    values (:code, :name, :work, :from, :until, :source, :verified)
                    """);
        }
    }

    private int permit(PermitKind kind, String sql) {
        return queries.sql(sql)
                .param("code", kind.code())
                .param("name", kind.name())
                .param("work", kind.allowsWork())
                .param("from", kind.validFrom(), Types.DATE)
                .param("until", kind.validUntil(), Types.DATE)
                .param("source", kind.source())
                .param("verified", kind.verified())
                .update();
    }

    @Override
    public List<Choice> instruments() {
        return choices("select code, name from instrument order by name");
    }

    @Override
    public List<Choice> fundingSources() {
        return choices("select code, name from funding_source order by name");
    }

    private List<Choice> choices(String sql) {
        return queries.sql(sql).list(Choice.class);
    }

    @Override
    public ReferenceRule rule(String key, LocalDate on) {
        return queries.sql(
                        """
                        select key, value, unit, source, verified from reference_rule
                        where key = :key and valid_from <= :on and (valid_until is null or valid_until >= :on)
                        """)
                .param("key", key)
                .param("on", on)
                .single(ReferenceRule.class);
    }

    @Override
    public void save(Organisation organisation) {
        entities.persist(organisation);
    }

    @Override
    public void save(Desk desk) {
        entities.persist(desk);
    }

    @Override
    public Map<UUID, Week> weeks() {
        return weeks.all();
    }
}
