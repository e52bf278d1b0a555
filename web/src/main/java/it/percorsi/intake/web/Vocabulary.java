package it.percorsi.intake.web;

import it.percorsi.network.Network;
import it.percorsi.person.Names;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What people write in a cell for what the desk chooses from a list. */
final class Vocabulary {

    private static final Properties DEMONYMS = demonyms();

    private final Map<String, Network.Country> countries = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, String> municipalities = new HashMap<>();

    Vocabulary(Network network) {
        for (Network.Country country : network.countries()) {
            countries.put(Names.plain(country.name()), country);
            countries.put(country.code().toLowerCase(Locale.ROOT), country);
            if (country.belfiore() != null) {
                countries.put(country.belfiore().toLowerCase(Locale.ROOT), country);
            }
        }
        for (Network.Choice language : network.languages()) {
            languages.put(Names.plain(language.name()), language.code());
            languages.put(language.code(), language.code());
        }
        for (Network.Choice place : network.municipalitiesOfDesks()) {
            municipalities.put(Names.plain(place.name()), place.code());
            municipalities.put(place.code().toLowerCase(Locale.ROOT), place.code());
        }
    }

    private static Properties demonyms() {
        Properties stems = new Properties();
        try (var file =
                new InputStreamReader(
                        new ClassPathResource("intake/demonyms.properties").getInputStream(),
                        StandardCharsets.UTF_8)) {
            stems.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return stems;
    }

    /** Albania, AL, Z100, albanese, albanesi. */
    Network.@Nullable Country country(String named) {
        String plain = Names.plain(named);
        Network.Country country = countries.get(plain);
        String code = DEMONYMS.getProperty(plain.replaceAll("(h?[aeio])+$", "").replace(' ', '-'));
        return country != null || code == null
                ? country
                : countries.get(code.toLowerCase(Locale.ROOT));
    }

    @Nullable String language(String named) {
        return languages.get(Names.plain(named));
    }

    /** Prato, Prato (PO), G999. */
    @Nullable String municipality(String named) {
        return municipalities.get(Names.plain(named.replaceAll("\\(.*?\\)", "")));
    }

    /** The code of a gender, empty if nothing is said; what is not known is given back. */
    static String gender(String named) {
        return switch (Names.plain(named)) {
            case "f", "d", "femmina", "donna", "femminile" -> "F";
            case "m", "u", "maschio", "uomo", "maschile" -> "M";
            case "x", "altro", "non binario" -> "X";
            default -> named;
        };
    }
}
