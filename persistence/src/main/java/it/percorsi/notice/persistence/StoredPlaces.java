package it.percorsi.notice.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.database.Queries;
import it.percorsi.notice.Places;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlaces implements Places {

    private final Queries queries;

    StoredPlaces(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Place> all() {
        return queries.sql(
                        """
                        select d.id::text code, d.name, m.name town, d.address
                        from desk d join municipality m on m.belfiore = d.municipality
                        order by m.name, d.name
                        """)
                .list(Place.class);
    }

    @Override
    public void move(UUID desk, String address, Actor by) {
        int moved =
                queries.sql(
                                """
                                update desk set address = :address, version = version + 1
                                where id = :desk and :role = 'ADMINISTRATOR'
                                """,
                                by)
                        .param("desk", desk)
                        .param("address", address)
                        .update();
        if (moved == 0) {
            throw new NotVisible();
        }
    }
}
