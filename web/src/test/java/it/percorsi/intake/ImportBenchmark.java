package it.percorsi.intake;

import it.percorsi.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Figures, not facts: {@code -Dimport.benchmark=5000} says for how many rows. */
@EnabledIfSystemProperty(named = "import.benchmark", matches = "\\d+")
class ImportBenchmark extends ListsOfPeople {

    private static final String[] FAMILY = {
        "Hoxha",
        "Kryeziu",
        "Ahmed",
        "Khan",
        "Singh",
        "Chen",
        "Zhang",
        "Diallo",
        "Popescu",
        "Rossi",
        "Bianchi",
        "Shehu",
        "Mohamed",
        "Petrov",
        "Okafor",
        "Garcia",
        "Hernandez",
        "Nguyen",
        "Santos",
        "Kovalenko"
    };
    private static final String[] GIVEN = {
        "Arta", "Ali", "Fatima", "Li", "Wei", "Maria", "Ion", "Amina", "Olga", "Ada", "Luca",
        "Ngozi", "Jose", "Elira", "Yusuf", "Sara", "Ivan", "Mei", "Samira", "Noor"
    };

    private static byte[] list(int rows, int seed) throws IOException {
        Random random = new Random(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Bench", "1.0")) {
            Worksheet sheet = book.newWorksheet("Elenco");
            String[] head = {
                "Cognome",
                "Nome",
                "Data di nascita",
                "Cittadinanza",
                "Telefono",
                "Sesso",
                "Email",
                "Note"
            };
            for (int i = 0; i < head.length; i++) {
                sheet.value(0, i, head[i]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, FAMILY[random.nextInt(20)] + word(random));
                sheet.value(
                        row,
                        1,
                        GIVEN[random.nextInt(20)]
                                + (row % 3 == 0 ? " " + GIVEN[random.nextInt(20)] : ""));
                sheet.value(
                        row,
                        2,
                        LocalDate.of(
                                1945 + random.nextInt(60),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28)));
                sheet.style(row, 2).format("dd/mm/yyyy").set();
                sheet.value(
                        row,
                        3,
                        new String[] {"albanese", "Pakistan", "cinese", "MA", "Romania"}
                                [random.nextInt(5)]);
                sheet.value(row, 4, "3" + (200000000 + random.nextInt(799999999)));
                sheet.value(row, 5, random.nextBoolean() ? "F" : "M");
                sheet.value(row, 6, "p" + row + "@example.org");
                sheet.value(row, 7, "nota di prova numero " + row);
            }
        }
        return out.toByteArray();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            word.append("bcdfglmnprstvz".charAt(random.nextInt(14)))
                    .append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    @Test
    void figures() throws IOException {
        int rows = Integer.getInteger("import.benchmark");
        Client desk = as("sportello.prato");
        send(desk, "caldo.xlsx", list(50, 1));
        for (int round = 0; round < 2; round++) {
            byte[] file = list(rows, 7 + round);
            long start = System.nanoTime();
            Client.Page preview = send(desk, "grande.xlsx", file);
            UUID list = listOf(preview);
            say("preview", start, rows + " rows, " + file.length / 1024 + " KiB");
            desk.post("/imports/" + list, "/imports/" + list + "/omissions", Map.of("rank", "2"));
            start = System.nanoTime();
            write(desk, list);
            say(
                    "write",
                    start,
                    TRUTH.queryForMap(
                                    "select status, done, failure from import_list where id = ?",
                                    list)
                            .toString());
            start = System.nanoTime();
            TRUTH.queryForList("select seek_duplicates(100000)");
            say("seek duplicates afterwards", start, "");
            start = System.nanoTime();
            UUID again = listOf(send(desk, "di-nuovo.xlsx", file));
            say(
                    "preview of the same list, all known",
                    start,
                    TRUTH.queryForMap(
                                    "select count(*) filter (where rank = 2) known from import_row where list_id = ?",
                                    again)
                            .toString());
            if (round == 1) {
                start = System.nanoTime();
                desk.get("/imports/" + list);
                say("page with what was touched", start, "");
                start = System.nanoTime();
                desk.post("/imports/" + list, "/imports/" + list + "/undo", Map.of());
                say("undo", start, status(list));
            }
        }
    }

    private static void say(String what, long start, String more) {
        System.out.printf(
                "FIGURE %-40s %6d ms  %s%n", what, (System.nanoTime() - start) / 1_000_000, more);
    }
}
