package it.percorsi.person;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody known to the network, who may never become a beneficiary of anything. */
@Entity
@Table(name = "person")
public class Person {

    @Id private UUID id;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "original_script")
    private @Nullable String originalScript;

    @Column(name = "born_on")
    private LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "born_precision")
    private Birth.Precision bornPrecision;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    @Column(name = "born_in")
    private @Nullable String bornIn;

    private String language;

    @Column(name = "search_name")
    private String searchName;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Version private int version;

    protected Person() {}

    public Person(Identity identity, Instant at) {
        this.id = Ids.next();
        this.registeredAt = at;
        take(identity);
    }

    void correct(Identity identity) {
        take(identity);
    }

    private void take(Identity identity) {
        familyName = identity.familyName();
        givenName = identity.givenName();
        originalScript = identity.originalScript();
        bornOn = identity.born().on();
        bornPrecision = identity.born().precision();
        gender = identity.gender();
        bornIn = identity.bornIn();
        language = identity.language();
        searchName = identity.searchName();
        nameKey = identity.nameKey();
    }

    /**
     * As it is written on lists and slips: family name first, one name alone where there is one.
     */
    public String name() {
        return (familyName + " " + givenName).strip();
    }

    /** Whole years on a day; the most that is possible where the birth day is not known. */
    public int age(LocalDate on) {
        return birth().age(on);
    }

    public Birth birth() {
        return new Birth(bornOn, bornPrecision);
    }

    public UUID id() {
        return id;
    }

    public String familyName() {
        return familyName;
    }

    public String givenName() {
        return givenName;
    }

    public @Nullable String originalScript() {
        return originalScript;
    }

    public LocalDate bornOn() {
        return bornOn;
    }

    public @Nullable Gender gender() {
        return gender;
    }

    public @Nullable String bornIn() {
        return bornIn;
    }

    public String language() {
        return language;
    }

    public int version() {
        return version;
    }

    /**
     * Who somebody is, as on the document.
     *
     * @param familyName may be empty for people with one name only, but not both
     * @param bornIn Belfiore code of the municipality or state of birth, or null if unknown
     * @throws IllegalArgumentException if there is no name at all
     */
    public record Identity(
            String familyName,
            String givenName,
            @Nullable String originalScript,
            Birth born,
            @Nullable Gender gender,
            @Nullable String bornIn,
            String language) {

        /** The words of the whole name in alphabetical order. */
        public String nameKey() {
            return Names.key(familyName, givenName);
        }

        /** Everything the person is found by. */
        public String searchName() {
            return Names.searched(familyName, givenName, originalScript);
        }

        public Identity {
            familyName = familyName.strip();
            givenName = givenName.strip();
            if (familyName.isEmpty() && givenName.isEmpty()) {
                throw new IllegalArgumentException("person.no-name");
            }
        }
    }
}
