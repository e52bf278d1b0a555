package it.percorsi.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How long something takes beside its floor: A B B A, so that a noisy minute hits both. */
final class Timings {

    private static final int CHUNK = 25;
    private static final String LINE = "%-28s %9s %7s %9s %9s %9s %9s %9s %9s %7s %7s%n";

    private final long[] nanos;
    private int taken;

    private Timings(int most) {
        nanos = new long[most];
    }

    private void time(int from, IntConsumer work) {
        for (int i = from; i < from + CHUNK && i < nanos.length; i++) {
            long start = System.nanoTime();
            work.accept(i);
            nanos[taken++] = System.nanoTime() - start;
        }
    }

    double percentile(int percent) {
        long[] sorted = Arrays.copyOf(nanos, taken);
        Arrays.sort(sorted);
        return sorted[Math.min(taken - 1, taken * percent / 100)] / 1e6;
    }

    static void head() {
        System.out.printf(
                Locale.ROOT,
                LINE,
                "measure",
                "people",
                "n",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "floor p50",
                "floor p95",
                "floor p99",
                "p50 x",
                "p95 x");
    }

    /**
     * Prints one line of the table: what is measured, its floor and how many times the floor it
     * takes.
     */
    static void beside(String measure, int people, int n, IntConsumer ours, IntConsumer floor) {
        for (int i = 0; i < n; i++) {
            ours.accept(i);
            if (i % 4 == 0) {
                floor.accept(i);
            }
        }
        Timings a = new Timings(n);
        Timings b = new Timings(n);
        for (int from = 0; from < n; from += CHUNK) {
            boolean even = from / CHUNK % 2 == 0;
            (even ? a : b).time(from, even ? ours : floor);
            (even ? b : a).time(from, even ? floor : ours);
        }
        System.out.printf(
                Locale.ROOT,
                LINE,
                measure,
                people,
                n,
                ms(a.percentile(50)),
                ms(a.percentile(95)),
                ms(a.percentile(99)),
                ms(b.percentile(50)),
                ms(b.percentile(95)),
                ms(b.percentile(99)),
                ms(a.percentile(50) / b.percentile(50)),
                ms(a.percentile(95) / b.percentile(95)));
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
