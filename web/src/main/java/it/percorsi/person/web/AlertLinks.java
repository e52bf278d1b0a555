package it.percorsi.person.web;

import it.percorsi.person.Alert;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the act an alert asks for is done: {@code @alertLinks} in a template. */
@Component("alertLinks")
public class AlertLinks {

    public String of(Alert alert, UUID person) {
        String page = "/people/" + person;
        return switch (alert.kind()) {
            case PROTECTED_ADDRESS -> page + "/protected-address";
            case PERMIT_EXPIRED, PERMIT_EXPIRING, PERMIT_RENEWING -> page + "/data#permesso";
            case MISSED_TWICE -> page + "/appointments";
            case PROCEDURE_LATE -> "/procedures/" + alert.subject();
            case REVIEW_OVERDUE -> "/plans/" + alert.subject();
            case PERHAPS_TWICE -> "/duplicates/" + alert.subject();
            case NOTICE_OUTDATED -> page + "/privacy#informativa";
            case MINOR_IN_HOUSEHOLD -> page + "/household";
        };
    }
}
