package it.percorsi.reception.persistence;

import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Rota;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredRota implements Rota {

    private final Queries queries;

    StoredRota(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<OnDuty> on(UUID desk, LocalDate day) {
        return queries.sql(
                        """
                        select d.operator_id, o.name, d.profile, d.opens, d.closes,
                            array(select l.code from operator_language s join language l on l.code = s.language
                                where s.operator_id = o.id order by l.name) languages,
                            array(select l.name from operator_language s join language l on l.code = s.language
                                where s.operator_id = o.id order by l.name) language_names
                        from duty d join operator o on o.id = d.operator_id and o.active
                        where d.desk_id = :desk and d.weekday = :weekday and d.valid_from <= :day
                            and (d.valid_until is null or d.valid_until >= :day) and not exists (
                            select 1 from absence b join resource r on r.id = b.resource_id
                            where r.operator_id = o.id and b.ended_at is null and b.during && tstzrange(:from, :to))
                        order by d.opens, o.name
                        """)
                .param("desk", desk)
                .param("day", day)
                .param("weekday", day.getDayOfWeek().getValue())
                .param("from", Queries.at(day.atStartOfDay(Rome.ZONE).toInstant()))
                .param("to", Queries.at(day.plusDays(1).atStartOfDay(Rome.ZONE).toInstant()))
                .list(OnDuty.class);
    }

    @Override
    public Set<UUID> away(LocalDate day) {
        return Set.copyOf(
                queries.sql(
                                """
                                select distinct resource_id from absence
                                where ended_at is null and during && tstzrange(:from, :to)
                                """)
                        .param("from", Queries.at(day.atStartOfDay(Rome.ZONE).toInstant()))
                        .param(
                                "to",
                                Queries.at(day.plusDays(1).atStartOfDay(Rome.ZONE).toInstant()))
                        .list(UUID.class));
    }

    @Override
    public List<StaffingRule> rules(String desk, LocalDate on) {
        return queries.sql(
                        """
                        select r.profile, r.language, l.name language_name, r.least, r.source, r.verified
                        from staffing_rule r left join language l on l.code = r.language
                        where r.desk_code = :desk and r.valid_from <= :on
                            and (r.valid_until is null or r.valid_until >= :on)
                        order by r.profile, l.name nulls first
                        """)
                .param("desk", desk)
                .param("on", on)
                .list(StaffingRule.class);
    }

    @Override
    public List<Duty> duties(UUID desk, LocalDate on) {
        return queries.sql(
                        """
                        select d.operator_id, o.name, d.profile, d.weekday, d.opens, d.closes, d.valid_from as from,
                            d.valid_until as until
                        from duty d join operator o on o.id = d.operator_id
                        where d.desk_id = :desk and (d.valid_until is null or d.valid_until >= :on)
                        order by o.name, d.valid_from, d.weekday, d.opens
                        """)
                .param("desk", desk)
                .param("on", on)
                .list(Duty.class);
    }

    @Override
    public void keep(
            UUID desk,
            UUID operator,
            Profile profile,
            LocalDate from,
            Map<DayOfWeek, List<Band>> week) {
        duty(
                        "delete from duty where desk_id = :desk and operator_id = :operator and valid_from >= :from",
                        desk,
                        operator,
                        from)
                .update();
        duty(
                        """
                        update duty set valid_until = cast(:from as date) - 1
                        where desk_id = :desk and operator_id = :operator
                            and (valid_until is null or valid_until >= :from)
                        """,
                        desk,
                        operator,
                        from)
                .update();
        week.forEach((weekday, bands) ->
                bands.forEach(band -> {
                    duty(
                                    """
                                    insert into duty (id, desk_id, operator_id, profile, weekday, opens, closes, valid_from)
                                    values (:id, :desk, :operator, :profile, :weekday, :opens, :closes, :from)
                                    """,
                                    desk,
                                    operator,
                                    from)
                            .param("id", Ids.next())
                            .param("profile", profile.name())
                            .param("weekday", weekday.getValue())
                            .param("opens", band.opens())
                            .param("closes", band.closes())
                            .update();
                }));
    }

    private Statement duty(String sql, UUID desk, UUID operator, LocalDate from) {
        return queries.sql(sql).param("desk", desk).param("operator", operator).param("from", from);
    }

    @Override
    public List<Speaker> speakers(UUID desk) {
        return queries.sql(
                        """
                        select o.id operator_id, o.name, array(select s.language from operator_language s
                            where s.operator_id = o.id order by s.language) languages
                        from operator o
                        where o.active and (exists (select 1 from duty d where d.operator_id = o.id and d.desk_id = :desk)
                            or exists (select 1 from membership m join desk k on k.organisation_id = m.organisation_id
                                where m.operator_id = o.id and k.id = :desk
                                    and (m.valid_until is null or m.valid_until >= current_date)))
                        order by o.name
                        """)
                .param("desk", desk)
                .list(Speaker.class);
    }

    @Override
    public void speaks(UUID operator, String language, boolean does) {
        queries.sql(
                        does
                                ? "insert into operator_language (operator_id, language) values (:operator, :language)"
                                : "delete from operator_language where operator_id = :operator and language = :language")
                .param("operator", operator)
                .param("language", language)
                .update();
    }
}
