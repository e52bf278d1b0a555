package it.percorsi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Who installed what landed has its migrations: with another text of one the next version stops.
 */
class LandedMigrationsTests {

    @Test
    void whatLandedStandsAsItLanded() throws Exception {
        List<String> landed =
                new ClassPathResource("landed-migrations.txt")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        List<String> there =
                Arrays.stream(
                                new PathMatchingResourcePatternResolver()
                                        .getResources("classpath:db/migration/V*.sql"))
                        .map(LandedMigrationsTests::line)
                        .toList();

        assertThat(landed).isNotEmpty().isSubsetOf(there);
        String last = name(landed.getLast());
        assertThat(there.stream().map(LandedMigrationsTests::name))
                .filteredOn(name -> name.compareTo(last) <= 0)
                .as("nothing slips in before what landed last")
                .hasSameSizeAs(landed);
    }

    private static String line(Resource migration) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(migration.getContentAsByteArray());
            return HexFormat.of().formatHex(hash)
                    + "  "
                    + Objects.requireNonNull(migration.getFilename());
        } catch (IOException | java.security.NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String name(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
