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

    /** Many at once. */
    void registerAll(List<Person> people);

    /** What else is known of people just registered: contacts, citizenships, codes, notice. */
    void completeAll(
            List<UUID> people,
            List<PersonService.Registration> registrations,
            UUID operatorId,
            Instant at);

    /** From now on every form opened before is late, also where only contacts change. */
    void touch(Person person);

    void setContact(UUID person, PersonFile.Contact contact);

    void addCitizenships(UUID person, List<String> countries);

    /** Replaces those that were recorded. */
    void setCitizenships(UUID person, List<String> countries);

    /**
     * Replaces the code in force of the same kind, which stays in the history. A fiscal code also
     * takes the place of a provisional one.
     */
    void identify(UUID person, Identifier identifier, LocalDate today);

    void addPermit(
            UUID person,
            String kind,
            @Nullable String number,
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

    /** The same lines for people already chosen, in the order given. */
    List<Hit> hits(List<UUID> ids, Actor viewer);

    /** Those the viewer may see who may be the very person somebody is about to register. */
    List<Alike> alike(PersonService.Registration registration, Actor viewer);

    /** Where else the very same person has a file; only on strong evidence. */
    List<Elsewhere> elsewhere(
            @Nullable String code, String nameKey, @Nullable LocalDate born, Actor viewer);

    record Hit(
            UUID id,
            String familyName,
            String givenName,
            LocalDate bornOn,
            Birth.Precision bornPrecision,
            String languageName,
            @Nullable String phone) {

        public Birth born() {
            return new Birth(bornOn, bornPrecision);
        }
    }

    /**
     * Somebody who may be the same person.
     *
     * @param likeness from 0.75 to 1
     * @param reasons what agrees, as {@code alike.} messages: CODE, NAME, SIMILAR_NAME, BIRTH ...
     */
    record Alike(UUID personId, double likeness, List<String> reasons) {}

    /** The person is named for the trail only: nothing of them can be seen. */
    record Elsewhere(String organisationName, UUID personId) {}
}
