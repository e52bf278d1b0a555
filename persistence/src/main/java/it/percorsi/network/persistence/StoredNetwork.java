package it.percorsi.network.persistence;

import it.percorsi.database.Queries;
import it.percorsi.network.Desk;
import it.percorsi.network.DeskDay;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.Holiday;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import it.percorsi.network.Week;
import it.percorsi.pathway.Ids;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    StoredNetwork(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
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
    public Map<UUID, Week> weeks() {
        List<Holiday> holidays = holidays();
        Map<UUID, Week> weeks = new HashMap<>();
        queries.sql("select id, municipality from desk")
                .each(row -> {
                    weeks.put(
                            row.getObject("id", UUID.class),
                            new Week(
                                    row.getString("municipality"),
                                    new java.util.ArrayList<>(),
                                    new HashMap<>(),
                                    holidays));
                });
        queries.sql("select desk_id, weekday, access, opens, closes from opening_hours")
                .each(row -> {
                    week(weeks, row).hours().add(hours(row));
                });
        queries.sql("select desk_id, on_day, reason from closure")
                .each(row -> {
                    week(weeks, row)
                            .closures()
                            .put(row.getObject("on_day", LocalDate.class), row.getString("reason"));
                });
        return weeks;
    }

    private static Week week(Map<UUID, Week> weeks, ResultSet row) throws SQLException {
        return java.util.Objects.requireNonNull(weeks.get(row.getObject("desk_id", UUID.class)));
    }

    private static Week.Hours hours(ResultSet row) throws SQLException {
        LocalTime opens = row.getObject("opens", LocalTime.class);
        return new Week.Hours(
                DayOfWeek.of(row.getInt("weekday")),
                DeskDay.Access.valueOf(row.getString("access")),
                opens == null ? null : new Band(opens, row.getObject("closes", LocalTime.class)));
    }

    private List<Holiday> holidays() {
        return queries.sql("select * from holiday")
                .list((row, n) ->
                        new Holiday(
                                row.getString("name"),
                                monthDay(row.getString("month_day")),
                                row.getObject("easter_offset", Integer.class),
                                row.getObject("from_year", Integer.class),
                                row.getObject("until_year", Integer.class),
                                row.getString("municipality")));
    }

    private static @Nullable MonthDay monthDay(@Nullable String text) {
        return text == null ? null : MonthDay.parse("--" + text);
    }

    @Override
    public List<Shift> shifts() {
        return queries.sql(
                        """
                        select d.id desk_id, r.language, l.name language_name, a.weekday, a.opens, a.closes
                        from availability a
                        join resource r on r.id = a.resource_id and r.kind = 'MEDIATOR'
                        join language l on l.code = r.language
                        join desk d on d.municipality = (select municipality from organisation o
                            where o.id = r.organisation_id) and d.kind = 'PUA_FIRST_LEVEL'
                        order by a.weekday, a.opens
                        """)
                .list((row, n) ->
                        new Shift(
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
                        select code, name, belfiore, eu_from, eu_until, language
                        from country where ceased_on is null order by name
                        """)
                .list(Country.class);
    }

    @Override
    public Optional<Country> country(String code) {
        return queries.sql(
                        "select code, name, belfiore, eu_from, eu_until, language from country where code = :code")
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
        return choices("select code, name from permit_kind order by name");
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
    public List<Notice> notices() {
        return queries.sql(
                        """
                        select n.version, n.language, l.name language_name, n.title, n.text,
                            n.translation_verified verified
                        from privacy_notice n join language l on l.code = n.language
                        where n.version = (select max(version) from privacy_notice)
                        order by n.language <> 'it', l.name
                        """)
                .list(Notice.class);
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
    public void replaceHours(UUID desk, List<Week.Hours> hours) {
        queries.sql("delete from opening_hours where desk_id = :desk").param("desk", desk).update();
        for (Week.Hours row : hours) {
            Band band = row.band();
            queries.sql(
                            """
                            insert into opening_hours (id, desk_id, weekday, access, opens, closes)
                            values (:id, :desk, :weekday, :access, :opens, :closes)
                            """)
                    .param("id", Ids.next())
                    .param("desk", desk)
                    .param("weekday", row.weekday().getValue())
                    .param("access", row.access().name())
                    .param("opens", band == null ? null : band.opens(), java.sql.Types.TIME)
                    .param("closes", band == null ? null : band.closes(), java.sql.Types.TIME)
                    .update();
        }
    }
}
