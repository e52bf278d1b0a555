package it.percorsi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed, given back to them when it could not be used. */
final class Typed {

    /** What belongs to the page and not to who types. */
    static final Set<String> NOT_TYPED =
            Set.of(
                    "_csrf",
                    FormAdapter.KEY,
                    "version",
                    "change",
                    "reached",
                    "password",
                    DraftController.FORM,
                    DraftController.PAGE,
                    DraftController.FOR,
                    DraftController.WAITING);

    /** What was chosen from a list is sent as an identifier: nobody typed it. */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f-]{36}.*");

    private Typed() {}

    /** Field name and text; empty fields are left out. */
    static Map<String, String> of(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .filter(field -> !String.join("", field.getValue()).isBlank())
                .filter(field -> !IDENTIFIER.matcher(field.getValue()[0]).matches())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                field -> String.join(", ", field.getValue()),
                                (first, second) -> first,
                                TreeMap::new));
    }

    /** Both texts of each field that has one, and whether they differ. */
    static List<Compared> compare(HttpServletRequest request, Map<String, String> current) {
        Map<String, String> typed = of(request);
        Set<String> names = new TreeSet<>(typed.keySet());
        current.forEach((name, theirs) -> {
            if (!theirs.isBlank()) {
                names.add(name);
            }
        });
        return names.stream()
                .map(name -> {
                    String yours = typed.getOrDefault(name, "");
                    String theirs = current.getOrDefault(name, "");
                    return new Compared(name, yours, theirs, !yours.equals(theirs));
                })
                .toList();
    }

    record Compared(String name, String yours, String theirs, boolean differs) {}
}
