package it.percorsi.volume.persistence;

import it.percorsi.access.Basis;
import it.percorsi.access.Section;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes invented people in bulk, as the application would have: by COPY, triggers off and the
 * index made at the end. Only a superuser may.
 */
public final class VolumeRows {

    private static final int CHUNK = 10_000;
    private static final String REGISTERED = "2026-01-02 09:00:00+01";

    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put(
                "person",
                "id, family_name, given_name, original_script, born_on, born_precision, gender, born_in, language, search_name, name_key, registered_at, version");
        TABLES.put("person_contact", "person_id, phone, address, municipality, version");
        TABLES.put("citizenship", "person_id, country");
        TABLES.put("coded", "id, person_id, kind, value");
        TABLES.put("residence_permit", "id, person_id, kind, expires_on, recorded_at");
        TABLES.put("notice_given", "id, person_id, version, language, at, operator_id");
        TABLES.put(
                "access_grant",
                "id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id");
        TABLES.put("case_file", "id, person_id, organisation_id, status, opened_at, version");
        TABLES.put(
                "step",
                "id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id");
    }

    private final VolumePeople people;
    private final List<UUID> bodies;
    private final UUID operator;
    private final Map<String, StringBuilder> lines = new LinkedHashMap<>();

    /**
     * @param bodies as many as {@link VolumePeople#BODIES}
     * @param operator who wrote everything
     */
    public VolumeRows(VolumePeople people, List<UUID> bodies, UUID operator) {
        this.people = people;
        this.bodies = List.copyOf(bodies);
        this.operator = operator;
    }

    public void load(DataSource superuser, int count) throws SQLException, IOException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            // Two people may have one code, as when an office has not told them apart yet: the
            // second has none.
            sql.execute(
                    "create temporary table coded (id uuid, person_id uuid, kind text, value text)");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int place = 0; place < count; place++) {
                write(place);
                if (place % CHUNK == CHUNK - 1 || place == count - 1) {
                    flush(copy);
                }
            }
            sql.execute(
                    "insert into identifier (id, person_id, kind, value) select * from coded order by id on conflict do nothing");
            sql.execute("analyze");
            sql.execute("select index_people()");
            sql.execute("insert into comparison_queue (person_id) select id from person");
            sql.execute("drop table coded");
            sql.execute("vacuum analyze");
        }
    }

    private void flush(CopyManager copy) throws SQLException, IOException {
        for (Map.Entry<String, StringBuilder> table : lines.entrySet()) {
            copy.copyIn(
                    "copy %s (%s) from stdin".formatted(table.getKey(), TABLES.get(table.getKey())),
                    new StringReader(table.getValue().toString()));
        }
        lines.clear();
    }

    private void write(int place) {
        VolumePerson person = people.person(place);
        Person.Identity identity = person.identity();
        UUID id = person.id();
        UUID body = bodies.get(person.body());
        String municipality = person.body() % 2 == 0 ? "G999" : "G713";
        row(
                "person",
                id,
                identity.familyName(),
                identity.givenName(),
                identity.originalScript(),
                identity.born().on(),
                identity.born().precision(),
                person.gender(),
                person.bornIn(),
                identity.language(),
                identity.searchName(),
                identity.nameKey(),
                REGISTERED,
                0);
        row("person_contact", id, person.phone(), "Via Inventata " + place % 200, municipality, 0);
        row("citizenship", id, person.origin().country());
        Identifier identifier = person.identifier();
        if (identifier != null) {
            row("coded", of(id, 1), id, identifier.kind(), identifier.value());
        }
        if (place % 2 == 0) {
            row("residence_permit", of(id, 2), id, "FAMILY", "2030-01-01", REGISTERED);
        }
        row("notice_given", of(id, 3), id, "1", "it", REGISTERED, operator);
        grant(person, of(id, 4), person.body(), Basis.FILE);
        if (place % 7 == 0) {
            grant(person, of(id, 5), (person.body() + place) % VolumePeople.BODIES, Basis.TEAM);
        }
        if (place % 6 == 0) {
            UUID file = of(id, 6);
            row("case_file", file, id, body, "FIRST_LEVEL", REGISTERED, 0);
            step(person, of(id, 7), file, "casefile", "OPEN", "FIRST_LEVEL");
        }
        step(person, of(id, 8), id, "person", "REGISTER", "REGISTERED");
    }

    private void grant(VolumePerson person, UUID id, int body, Basis basis) {
        UUID holder = bodies.get(person.body());
        row(
                "access_grant",
                id,
                person.id(),
                bodies.get(body),
                basis,
                array(basis.roles()),
                array(basis.sections()),
                "person.registered",
                REGISTERED,
                operator,
                holder);
    }

    private void step(
            VolumePerson person,
            UUID id,
            UUID subject,
            String feature,
            String move,
            String status) {
        row(
                "step",
                id,
                subject,
                person.id(),
                feature,
                Section.IDENTITY,
                move,
                status,
                REGISTERED,
                operator,
                bodies.get(person.body()));
    }

    private void row(String table, @Nullable Object... values) {
        StringBuilder text = lines.computeIfAbsent(table, t -> new StringBuilder());
        text.append(
                        Arrays.stream(values)
                                .map(value -> value == null ? "\\N" : value.toString())
                                .collect(Collectors.joining("\t")))
                .append('\n');
    }

    private static String array(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    /** The identifier of something that belongs to a person. */
    private static UUID of(UUID person, int nth) {
        return new UUID(
                person.getMostSignificantBits(),
                person.getLeastSignificantBits() * 31 + nth | Long.MIN_VALUE);
    }
}
