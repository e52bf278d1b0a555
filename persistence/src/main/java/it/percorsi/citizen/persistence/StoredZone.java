package it.percorsi.citizen.persistence;

import it.percorsi.citizen.Zone;
import it.percorsi.database.Queries;
import it.percorsi.network.DeskDay.Band;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredZone implements Zone {

    private final Queries queries;

    StoredZone(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Heard> spoken(LocalDate day) {
        return queries.sql("select * from spoken_at_desks(:day)")
                .param("day", day)
                .list((row, n) ->
                        new Heard(
                                row.getObject("desk_id", UUID.class),
                                row.getString("language"),
                                new Band(
                                        row.getObject("opens", LocalTime.class),
                                        row.getObject("closes", LocalTime.class))));
    }

    @Override
    public List<Service> services() {
        return queries.sql(
                        """
                        select code, organisation_id, name, content, channels, target,
                            array_remove(string_to_array(coalesce(plain, ''), ' '), '') plain
                        from service order by minutes is not null, code
                        """)
                .list(Service.class);
    }

    @Override
    public Map<UUID, String> addresses() {
        Map<UUID, String> addresses = new HashMap<>();
        queries.sql("select id, address from desk where address is not null")
                .each(row -> {
                    addresses.put(row.getObject("id", UUID.class), row.getString("address"));
                });
        return addresses;
    }
}
