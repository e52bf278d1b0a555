package it.percorsi.together;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order in which some people open the same thing and save it once each, one after the other or
 * several at the same instant.
 *
 * @param steps who does what; they are numbered as they open
 */
record Order(List<Step> steps) {

    /** One who opens, or those who save at once. */
    record Step(boolean opens, List<Integer> who) {}

    /** Every order there is, up to who is who: 4 of two people, then 26, 236 and 2,752 of five. */
    static List<Order> all(int people) {
        List<Order> all = new ArrayList<>();
        goOn(people, 0, 0, List.of(), all);
        return all;
    }

    /**
     * @param open those who have it open, a bit each
     */
    private static void goOn(int people, int opened, int open, List<Step> before, List<Order> all) {
        if (opened == people && open == 0) {
            all.add(new Order(before));
        }
        if (opened < people) {
            Step opens = new Step(true, List.of(opened));
            goOn(people, opened + 1, open | 1 << opened, and(before, opens), all);
        }
        for (int saving = open; saving > 0; saving = saving - 1 & open) {
            int group = saving;
            List<Integer> who =
                    IntStream.range(0, people).filter(i -> (group >> i & 1) > 0).boxed().toList();
            goOn(people, opened, open & ~saving, and(before, new Step(false, who)), all);
        }
    }

    private static List<Step> and(List<Step> before, Step step) {
        List<Step> steps = new ArrayList<>(before);
        steps.add(step);
        return List.copyOf(steps);
    }
}
