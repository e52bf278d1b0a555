package it.percorsi.volume.persistence;

import it.percorsi.person.Birth;
import it.percorsi.person.Gender;
import it.percorsi.person.Identifier;
import it.percorsi.person.Person;
import it.percorsi.volume.persistence.VolumeNames.Name;
import it.percorsi.volume.persistence.VolumeNames.Origin;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invented, as one desk wrote them down.
 *
 * @param body number of the body that holds the file
 */
public record VolumePerson(
        UUID id,
        int body,
        Origin origin,
        List<Name> family,
        List<Name> given,
        boolean script,
        Birth birth,
        Gender gender,
        String bornIn,
        @Nullable String phone,
        @Nullable Identifier identifier) {

    public String familyName() {
        return written(family);
    }

    public String givenName() {
        return written(given);
    }

    public String country() {
        return origin.country();
    }

    private static String written(List<Name> names) {
        return names.stream().map(Name::latin).collect(Collectors.joining(" "));
    }

    /** Whether the names are written as a document of ours would write them. */
    public boolean inLatinLetters() {
        return (familyName() + givenName())
                .codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Whether every name is known in its original script. */
    boolean scriptKnown() {
        return family.stream().allMatch(n -> n.script() != null)
                && given.stream().allMatch(n -> n.script() != null);
    }

    static List<Name> inScript(List<Name> names) {
        return names.stream().map(n -> Name.plain(Objects.requireNonNull(n.script()))).toList();
    }

    public Person.Identity identity() {
        return new Person.Identity(
                familyName(),
                givenName(),
                script && scriptKnown()
                        ? written(inScript(family)) + " " + written(inScript(given))
                        : null,
                birth,
                gender,
                bornIn,
                origin.language());
    }

    VolumePerson called(List<Name> otherFamily, List<Name> otherGiven) {
        return new VolumePerson(
                id,
                body,
                origin,
                otherFamily,
                otherGiven,
                script,
                birth,
                gender,
                bornIn,
                phone,
                identifier);
    }

    VolumePerson born(Birth other) {
        return new VolumePerson(
                id, body, origin, family, given, script, other, gender, bornIn, phone, identifier);
    }

    VolumePerson reached(@Nullable String otherPhone) {
        return new VolumePerson(
                id,
                body,
                origin,
                family,
                given,
                script,
                birth,
                gender,
                bornIn,
                otherPhone,
                identifier);
    }

    VolumePerson identified(@Nullable Identifier other) {
        return new VolumePerson(
                id, body, origin, family, given, script, birth, gender, bornIn, phone, other);
    }

    /** The same words in the file of another, opened by another desk. */
    VolumePerson filed(UUID otherId, int otherBody) {
        return new VolumePerson(
                otherId,
                otherBody,
                origin,
                family,
                given,
                script,
                birth,
                gender,
                bornIn,
                phone,
                identifier);
    }
}
