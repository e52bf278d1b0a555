package it.percorsi.together;

import java.util.Map;
import java.util.UUID;

/**
 * Something that several people write.
 *
 * @param table what those who save it need a row of
 * @param state SQL of what stands: its text, how many times it was saved, the row
 * @param reset SQL that takes back what was saved, where it would only grow
 * @param form its address, with a place for the row
 * @param field the one that is typed
 * @param others what else the form wants
 */
record Edited(
        String table,
        String state,
        String reset,
        String form,
        String field,
        Map<String, String> others) {

    /** What stands. */
    record State(String text, long saved, UUID row) {}

    String form(State state) {
        return form.formatted(state.row());
    }
}
