package it.percorsi.procedure;

import java.util.Arrays;
import java.util.List;

/** Where a procedure stands. */
public enum ProcedureStatus {
    TO_PREPARE,
    SUBMITTED,
    /** The office wants something more, by a day. */
    INTEGRATION_ASKED,
    GRANTED,
    REFUSED,
    WITHDRAWN;

    /** Whether somebody still has to look after it. */
    public boolean open() {
        return ordinal() <= INTEGRATION_ASKED.ordinal();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
