package it.percorsi.site;

import org.springframework.dao.DataIntegrityViolationException;

/** Whether there are words for what the database refused. */
public final class Refused {

    private Refused() {}

    public static boolean by(DataIntegrityViolationException rule) {
        return !Refusals.obstacle(rule).equals("data.inconsistent");
    }
}
