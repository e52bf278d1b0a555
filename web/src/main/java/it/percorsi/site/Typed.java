package it.percorsi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed, given back to them when it could not be used. */
final class Typed {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", FormAdapter.KEY, "version");

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

    /** Both texts of each field, and whether they differ. */
    static List<Compared> compare(HttpServletRequest request, Map<String, String> current) {
        List<Compared> fields = new ArrayList<>();
        of(request)
                .forEach((name, yours) -> {
                    String theirs = current.getOrDefault(name, "");
                    fields.add(new Compared(name, yours, theirs, !yours.equals(theirs)));
                });
        return fields;
    }

    record Compared(String name, String yours, String theirs, boolean differs) {}
}
