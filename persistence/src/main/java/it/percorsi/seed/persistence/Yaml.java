package it.percorsi.seed.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Seed files as trees. */
final class Yaml {

    private Yaml() {}

    static JsonNode read(String resource) {
        try (var stream = new ClassPathResource(resource).getInputStream()) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.asString().isEmpty()
                ? null
                : value.asString();
    }

    static List<@Nullable Object> values(JsonNode node, String... fields) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String field : fields) {
            values.add(optional(node, field));
        }
        return values;
    }
}
