package it.percorsi.pathway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pathway as people read it in {@code docs/pathways}: its arrows, and which moves ask why. It is
 * read from the page, not from the table.
 *
 * @param arrows where each way out leads
 * @param reasoned the moves that ask for a written reason
 */
record PathwayPage(String name, Map<Way, String> arrows, Set<String> reasoned) {

    private static final Pattern ARROW = Pattern.compile("(?m)^    (\\w+) --> (\\w+): (\\w+)$");
    private static final Pattern REASONED =
            Pattern.compile("(?m)^\\| [^|`]*\\(`(\\w+)`\\) \\|.*Manca il motivo scritto\\. \\|$");

    record Way(String from, String move) {}

    static List<PathwayPage> all() {
        try (Stream<Path> pages = Files.list(Path.of("../docs/pathways"))) {
            return pages.sorted().map(PathwayPage::read).toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static PathwayPage read(Path page) {
        try {
            String text = Files.readString(page);
            Map<Way, String> arrows = new HashMap<>();
            Matcher arrow = ARROW.matcher(text);
            while (arrow.find()) {
                Way way = new Way(arrow.group(1), arrow.group(3));
                if (arrows.put(way, arrow.group(2)) != null) {
                    throw new IllegalStateException(page + " says twice where it leads: " + way);
                }
            }
            return new PathwayPage(
                    page.getFileName().toString().replace(".md", ""),
                    arrows,
                    REASONED.matcher(text)
                            .results()
                            .map(row -> row.group(1))
                            .collect(Collectors.toSet()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    Set<String> moves() {
        return arrows.keySet().stream().map(Way::move).collect(Collectors.toSet());
    }

    Set<String> statuses() {
        return Stream.concat(arrows.keySet().stream().map(Way::from), arrows.values().stream())
                .collect(Collectors.toSet());
    }

    /** Whether nothing leads out of it. */
    boolean ends(String status) {
        return arrows.keySet().stream().noneMatch(way -> way.from().equals(status));
    }

    boolean leaves(String from, String move) {
        return arrows.containsKey(new Way(from, move));
    }
}
