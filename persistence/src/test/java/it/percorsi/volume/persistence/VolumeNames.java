package it.percorsi.volume.persistence;

import it.percorsi.person.Gender;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The names of invented people, by where they come from: {@code seeds/volume/names.yaml}. */
final class VolumeNames {

    private final Pool<Origin> origins;

    VolumeNames() {
        List<Origin> read = new ArrayList<>();
        try (InputStream file = new ClassPathResource("seeds/volume/names.yaml").getInputStream()) {
            new YAMLMapper().readTree(file).forEach(node -> read.add(Origin.of(node)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        origins = new Pool<>(read, origin -> origin.share);
    }

    Origin origin(RandomGenerator random) {
        return origins.draw(random);
    }

    /**
     * One name with the other ways in which it is found written.
     *
     * @param script in the original script, or null where that is Latin or not known
     */
    record Name(String latin, List<String> variants, @Nullable String script) {

        static Name of(String entry) {
            String[] parts = entry.replace('_', ' ').split("=");
            List<String> forms = List.of(parts[0].split("/"));
            return new Name(
                    forms.getFirst(),
                    forms.subList(1, forms.size()),
                    parts.length > 1 ? parts[1] : null);
        }

        static Name plain(String latin) {
            return new Name(latin, List.of(), null);
        }
    }

    /** Things drawn at random, some more often than others. */
    static final class Pool<T> {

        private final List<T> things;
        private final double[] upTo;

        Pool(List<T> things, Function<T, Double> weight) {
            this.things = things;
            upTo = new double[things.size()];
            double sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += weight.apply(things.get(i));
                upTo[i] = sum;
            }
        }

        /** The first are the more common, as names are: by a power of their place. */
        static <T> Pool<T> ranked(List<T> things, double power) {
            return new Pool<>(things, thing -> Math.pow(things.indexOf(thing) + 1.5, -power));
        }

        T draw(RandomGenerator random) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return things.get(Math.min(things.size() - 1, at < 0 ? -at - 1 : at));
        }
    }

    /** A country, its names and how often its documents say 1 January. */
    record Origin(
            String country,
            double share,
            String language,
            double newYear,
            double second,
            boolean twoFamilies,
            double made,
            Pool<Name> families,
            Pool<Name> men,
            Pool<Name> women,
            Pool<String> starts,
            Pool<String> middles,
            Pool<String> ends) {

        static Origin of(JsonNode node) {
            return new Origin(
                    node.path("country").asString(),
                    node.path("share").asDouble(),
                    node.path("language").asString(),
                    node.path("new_year").asDouble(),
                    node.path("second").asDouble(),
                    node.path("double").asBoolean(),
                    node.path("made").asDouble(),
                    names(node, "family"),
                    names(node, "men"),
                    names(node, "women"),
                    syllables(node, "starts"),
                    syllables(node, "middles"),
                    syllables(node, "ends"));
        }

        private static Pool<Name> names(JsonNode node, String field) {
            return Pool.ranked(
                    Arrays.stream(node.path(field).asString().split(" ")).map(Name::of).toList(),
                    0.9);
        }

        private static Pool<String> syllables(JsonNode node, String field) {
            return Pool.ranked(
                    List.of(node.path(field).asString().replace("-", "").split(" ")), 0.4);
        }

        List<Name> family(RandomGenerator random) {
            return twoFamilies
                    ? List.of(oneFamily(random), oneFamily(random))
                    : List.of(oneFamily(random));
        }

        private Name oneFamily(RandomGenerator random) {
            return random.nextDouble() < made ? syllables(random) : families.draw(random);
        }

        List<Name> given(RandomGenerator random, Gender gender) {
            Name first = oneGiven(random, gender);
            Name other = oneGiven(random, gender);
            return random.nextDouble() < second && !other.equals(first)
                    ? List.of(first, other)
                    : List.of(first);
        }

        private Name oneGiven(RandomGenerator random, Gender gender) {
            return random.nextDouble() < made / 5
                    ? syllables(random)
                    : (gender == Gender.F ? women : men).draw(random);
        }

        private Name syllables(RandomGenerator random) {
            String start = starts.draw(random);
            String middle = random.nextInt(5) == 0 ? "" : middles.draw(random);
            return Name.plain(start + middle + ends.draw(random));
        }
    }
}
