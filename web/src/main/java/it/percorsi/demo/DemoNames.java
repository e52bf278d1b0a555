package it.percorsi.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the demo has made so far, by the names its files give, and the day its days count from. */
@Component
class DemoNames {

    final Map<String, UUID> persons = new HashMap<>();
    final Map<String, UUID> caseFiles = new HashMap<>();
    final Map<String, UUID> appointments = new HashMap<>();
    final Map<String, UUID> referrals = new HashMap<>();
    final Map<String, UUID> sittings = new HashMap<>();
    final Map<String, UUID> plans = new HashMap<>();
    final Map<String, UUID> sheets = new HashMap<>();
    LocalDate start = LocalDate.EPOCH;

    UUID person(JsonNode what) {
        return known(persons, text(what, "person"));
    }

    UUID caseOf(JsonNode what) {
        return known(caseFiles, text(what, "person"));
    }

    static UUID known(Map<String, UUID> things, String key) {
        return Objects.requireNonNull(things.get(key), () -> "nothing named " + key);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static @Nullable String optional(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? null : text;
    }

    @Nullable LocalDate day(JsonNode node, String field) {
        return node.has(field) ? start.plusDays(node.path(field).asInt()) : null;
    }

    /** The same day, or the Friday before a weekend. */
    static LocalDate weekday(LocalDate day) {
        return day.minusDays(Math.max(0, day.getDayOfWeek().getValue() - 5));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asString()));
        return texts;
    }
}
