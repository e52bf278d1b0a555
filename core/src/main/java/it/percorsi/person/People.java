package it.percorsi.person;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people an actor may see. There is no way to ask for the others. */
public interface People {

    void register(Person person);

    void setContact(UUID person, PersonFile.Contact contact);

    void addCitizenships(UUID person, List<String> countries);

    /** Replaces the code in force, which stays in the history. */
    void setFiscalCode(UUID person, FiscalCode code, LocalDate today);

    void addPermit(
            UUID person,
            String kind,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receiptOn,
            Instant at);

    void recordNotice(UUID person, String version, String language, UUID operatorId, Instant at);

    Optional<Person> visible(UUID id, Actor viewer);

    /**
     * @throws NotVisible if the viewer may not see the person, or nobody is there
     */
    default Person shown(UUID id, Actor viewer) {
        return visible(id, viewer).orElseThrow(NotVisible::new);
    }

    /** The file with the parts granted to the viewer. */
    Optional<PersonFile> file(UUID id, Actor viewer);

    /** At most 25 hits, the likeliest first. */
    List<Hit> search(Search search, Actor viewer);

    /** Where else the very same person has a file; only on strong evidence. */
    List<Elsewhere> elsewhere(
            @Nullable String code, String name, @Nullable LocalDate born, Actor viewer);

    record Hit(
            UUID id,
            String familyName,
            String givenName,
            LocalDate bornOn,
            String languageName,
            @Nullable String phone) {}

    /** The person is named for the trail only: nothing of them can be seen. */
    record Elsewhere(String organisationName, UUID personId) {}
}
