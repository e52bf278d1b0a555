package it.percorsi.intake;

import it.percorsi.person.Names;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a column of a list says of a person, and the headings it usually stands under. */
public enum Column {
    FAMILY_NAME("familyName", "cognome", "cognomi", "cognome persona", "surname", "last name"),
    GIVEN_NAME("givenName", "nome", "nomi", "nome persona", "name", "first name", "given name"),
    BORN_ON(
            "bornOn",
            "nascita",
            "data di nascita",
            "data nascita",
            "nato il",
            "nata il",
            "nato a il",
            "ddn",
            "anno di nascita",
            "date of birth"),
    GENDER("gender", "genere", "sesso", "m f", "gender", "sex"),
    CITIZENSHIP(
            "citizenship",
            "cittadinanza",
            "nazionalita",
            "paese",
            "stato",
            "paese di cittadinanza",
            "stato di cittadinanza",
            "nazione",
            "citizenship",
            "nationality"),
    OTHER_CITIZENSHIP(
            "otherCitizenship", "seconda cittadinanza", "altra cittadinanza", "cittadinanza 2"),
    LANGUAGE("language", "lingua", "lingua parlata", "lingua madre", "madrelingua", "language"),
    PHONE(
            "phone",
            "telefono",
            "tel",
            "cellulare",
            "cell",
            "numero di telefono",
            "recapito telefonico",
            "recapito",
            "phone",
            "mobile"),
    EMAIL("email", "email", "e mail", "mail", "posta elettronica", "indirizzo email"),
    FISCAL_CODE("fiscalCode", "codice fiscale", "cf", "c f", "cod fiscale", "cod fisc", "codice"),
    ADDRESS("address", "indirizzo", "via", "residenza", "indirizzo di residenza", "domicilio"),
    MUNICIPALITY(
            "municipality", "comune", "comune di residenza", "citta", "residente a", "localita"),
    ORIGINAL_SCRIPT(
            "originalScript",
            "nome nella scrittura di origine",
            "nome originale",
            "scrittura di origine");

    /** Without these nobody's file can be opened. */
    public static final Set<Column> REQUIRED = EnumSet.of(FAMILY_NAME, BORN_ON, CITIZENSHIP);

    private final String field;
    private final List<String> headings;

    Column(String field, String... headings) {
        this.field = field;
        this.headings = List.of(headings);
    }

    /** The name of the field at the desk, where its messages are found. */
    public String field() {
        return field;
    }

    public static Optional<Column> ofField(String field) {
        return Arrays.stream(values()).filter(column -> column.field.equals(field)).findFirst();
    }

    public static Optional<Column> named(String name) {
        return Arrays.stream(values()).filter(column -> column.name().equals(name)).findFirst();
    }

    /** What a heading most likely stands for; a note in brackets is not looked at. */
    public static Optional<Column> guess(String heading) {
        String plain = Names.plain(heading.replaceAll("\\(.*?\\)", ""));
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(plain))
                .findFirst();
    }

    /** The guesses for a whole line of headings, each column once, as their names or empty. */
    public static List<String> guessAll(List<String> headings) {
        Set<Column> taken = EnumSet.noneOf(Column.class);
        return headings.stream()
                .map(Column::guess)
                .map(guess -> guess.filter(taken::add).map(Enum::name).orElse(""))
                .toList();
    }

    /** Those that a person cannot do without and a matching has left out. */
    public static List<Column> missing(List<String> matched) {
        return Stream.of(values())
                .filter(REQUIRED::contains)
                .filter(column -> !matched.contains(column.name()))
                .toList();
    }
}
