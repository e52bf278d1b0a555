package it.percorsi.volume.persistence;

import it.percorsi.volume.persistence.VolumeNames.Name;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How one writes a name down wrongly. Each answers null where its mistake cannot be made. */
final class Slips {

    private static final String[][] ALIKE = {
        {"sch", "sh"},
        {"kh", "k"},
        {"gh", "g"},
        {"th", "t"},
        {"ph", "f"},
        {"xh", "j"},
        {"ou", "u"},
        {"ee", "i"},
        {"oo", "u"},
        {"ck", "k"},
        {"sh", "sc"},
        {"ch", "c"},
        {"dj", "g"},
        {"y", "i"},
        {"k", "c"},
        {"w", "v"},
        {"j", "g"},
        {"z", "s"},
        {"c", "k"},
        {"v", "w"},
        {"i", "y"},
        {"q", "k"},
        {"x", "ks"}
    };

    private Slips() {}

    /** One letter left out, doubled, exchanged with its neighbour, taken for another or added. */
    static @Nullable String letter(String name, RandomGenerator random) {
        int[] places =
                IntStream.range(1, name.length()).filter(i -> name.charAt(i) > ' ').toArray();
        if (name.length() < 4) {
            return null;
        }
        int at = places[random.nextInt(places.length)];
        char letter = (char) ('a' + random.nextInt(26));
        String head = name.substring(0, at);
        String tail = name.substring(at + 1);
        String slipped =
                switch (random.nextInt(5)) {
                    case 0 -> head + tail;
                    case 1 -> head + name.charAt(at) + name.charAt(at) + tail;
                    case 2 -> head + letter + tail;
                    case 3 -> head + letter + name.charAt(at) + tail;
                    default ->
                            at < 2
                                    ? head + letter + tail
                                    : name.substring(0, at - 1)
                                            + name.charAt(at)
                                            + name.charAt(at - 1)
                                            + tail;
                };
        return slipped.equals(name) ? null : slipped;
    }

    /** Written as it sounds. */
    static @Nullable String sound(String name, RandomGenerator random) {
        int from = random.nextInt(ALIKE.length);
        for (int i = 0; i < ALIKE.length; i++) {
            String[] pair = ALIKE[(from + i) % ALIKE.length];
            int at = name.indexOf(pair[0], 1);
            if (at > 0) {
                return name.substring(0, at) + pair[1] + name.substring(at + pair[0].length());
            }
        }
        return null;
    }

    static @Nullable String accents(String name) {
        String bare =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("'", "");
        return bare.equals(name) ? null : bare;
    }

    /** Two words written as one, or one as two. */
    static @Nullable Name joined(Name name) {
        if (name.latin().contains(" ")) {
            return Name.plain(name.latin().replaceFirst(" ", "").strip());
        }
        return name.variants().stream()
                .filter(v -> v.contains(" "))
                .findFirst()
                .map(Name::plain)
                .orElse(null);
    }

    static @Nullable Name variant(Name name, RandomGenerator random) {
        List<String> variants = name.variants();
        return variants.isEmpty()
                ? null
                : Name.plain(variants.get(random.nextInt(variants.size())));
    }

    static Function<Name, @Nullable Name> text(Function<String, @Nullable String> slip) {
        return name -> {
            String slipped = slip.apply(name.latin());
            return slipped == null ? null : Name.plain(slipped);
        };
    }

    /** The slip made in the first name where it can be made. */
    static @Nullable List<Name> once(List<Name> names, Function<Name, @Nullable Name> slip) {
        for (int i = 0; i < names.size(); i++) {
            Name slipped = slip.apply(names.get(i));
            if (slipped != null) {
                List<Name> others = new ArrayList<>(names);
                others.set(i, slipped);
                return others;
            }
        }
        return null;
    }
}
