package it.percorsi.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Prints what is measured. {@code -Dpeople=100000,1000000} says among how many, {@code -Dmeasures}
 * which: codes lookup search candidates duplicates page agenda booking drafts cases.
 */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> measures = List.of(System.getProperty("measures").split("[ ,]+"));
        if (measures.contains("codes")) {
            new CodesBench().run();
        }
        if (measures.equals(List.of("codes"))) {
            return;
        }
        for (int people :
                Arrays.stream(System.getProperty("people").split("[ ,]+"))
                        .mapToInt(Integer::parseInt)
                        .toArray()) {
            try (World world = World.of(people)) {
                Timings.head();
                for (String measure : measures) {
                    switch (measure) {
                        case "lookup" -> new SearchBench(world).lookup();
                        case "search" -> new SearchBench(world).search();
                        case "candidates" -> new SearchBench(world).candidates();
                        case "duplicates" -> new DuplicatesBench(world).run();
                        case "page" -> new PageBench(world).run();
                        case "agenda" -> new AgendaBench(world).run();
                        case "cases" -> new CaseBench(world).run();
                        case "drafts" -> new DraftsBench(world).run();
                        case "booking" -> new BookingBench(world).run();
                        default -> {}
                    }
                }
            }
        }
        System.exit(0);
    }
}
