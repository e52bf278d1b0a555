package it.percorsi.reception.persistence;

import it.percorsi.agenda.SlotSearch.Window;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Rota;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
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
                        where d.desk_id = :desk and d.weekday = :weekday and not exists (
                            select 1 from absence b join resource r on r.id = b.resource_id
                            where r.operator_id = o.id and b.ended_at is null and b.during && tstzrange(:from, :to))
                        order by d.opens, o.name
                        """)
                .param("desk", desk)
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
    public Map<UUID, List<Window>> windows(String kind) {
        Map<UUID, List<Window>> windows = new HashMap<>();
        queries.sql(
                        """
                        select a.service_id, r.id, r.name, a.weekday, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id and r.kind = :kind
                        where a.service_id is not null
                        """)
                .param("kind", kind)
                .each(row -> {
                    windows.computeIfAbsent(
                                    row.getObject("service_id", UUID.class), s -> new ArrayList<>())
                            .add(
                                    new Window(
                                            row.getObject("id", UUID.class),
                                            row.getString("name"),
                                            row.getInt("weekday"),
                                            row.getObject("opens", LocalTime.class),
                                            row.getObject("closes", LocalTime.class)));
                });
        return windows;
    }
}
