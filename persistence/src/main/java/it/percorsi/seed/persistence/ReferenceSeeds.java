package it.percorsi.seed.persistence;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fills the reference tables of an empty database from {@code seeds/reference}. */
@Component
class ReferenceSeeds {

    private final OwnerTables tables;

    ReferenceSeeds(OwnerTables tables) {
        this.tables = tables;
        if (tables.empty("language")) {
            csv("languages", "language", Map.of());
            csv("countries", "country", Map.of());
            csv("municipalities", "municipality", Map.of());
            csv("holidays", "holiday", Map.of());
            csv("instruments", "instrument", Map.of());
            csv("funding-sources", "funding_source", Map.of());
            csv(
                    "permit-kinds",
                    "permit_kind",
                    Map.of("from", "valid_from", "until", "valid_until"));
            csv("privacy-notices", "privacy_notice", Map.of());
            rules();
        }
        if (tables.empty("staffing_rule")) {
            csv("staffing-rules", "staffing_rule", Map.of());
        }
        if (tables.empty("procedure_kind")) {
            csv("procedure-kinds", "procedure_kind", Map.of());
        }
        if (tables.empty("plan_template")) {
            csv("plan-templates", "plan_template", Map.of());
            csv("plan-template-objectives", "plan_template_objective", Map.of());
        }
    }

    /**
     * @param renamed columns that the table calls otherwise
     */
    private void csv(String file, String table, Map<String, String> renamed) {
        List<String> columns = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new ClassPathResource("seeds/reference/" + file + ".csv")
                                                .getInputStream(),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : reader) {
                if (columns.isEmpty()) {
                    columns.addAll(line.getHeader());
                }
                List<@Nullable Object> row = new ArrayList<>();
                for (String column : columns) {
                    String field = line.getField(column);
                    row.add(field.isEmpty() ? null : field);
                }
                rows.add(row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tables.insertAll(
                table, columns.stream().map(c -> renamed.getOrDefault(c, c)).toList(), rows);
    }

    private void rules() {
        for (JsonNode rule : Yaml.read("seeds/reference/rules.yaml")) {
            tables.insertAll(
                    "reference_rule",
                    List.of(
                            "key",
                            "value",
                            "unit",
                            "valid_from",
                            "valid_until",
                            "source",
                            "verified"),
                    List.of(
                            Yaml.values(
                                    rule,
                                    "key",
                                    "value",
                                    "unit",
                                    "from",
                                    "until",
                                    "source",
                                    "verified")));
        }
    }
}
