package it.percorsi.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * Something in the way of a move, looked for in the rows without any of the product's code.
 *
 * @param feature of which pathway, or {@code any}
 * @param moves those of the feature it can be in the way of
 * @param key what a refusal must say
 * @param stands finds a row where it is in the way
 */
record Obstacle(String feature, Set<String> moves, String key, String stands) {

    static List<Obstacle> all() {
        try {
            String file =
                    new ClassPathResource("walk/obstacles.sql")
                            .getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(file.split("(?m)^-- # ")).skip(1).map(Obstacle::read).toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Obstacle read(String block) {
        String[] said = block.split("\n", 2);
        String[] whose = said[0].split(": ");
        List<String> words = List.of(whose[0].split(" "));
        return new Obstacle(
                words.getFirst(),
                Set.copyOf(words.subList(1, words.size())),
                whose[1],
                "select exists (" + said[1] + ")");
    }

    boolean canBeInTheWayOf(Hand.Tried tried) {
        return feature.equals("any")
                || feature.equals(tried.feature()) && moves.contains(tried.move());
    }
}
