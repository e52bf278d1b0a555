package it.percorsi.plan;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** A plan on its way to a signature, as its social worker brings it there. */
abstract class SignedPlan extends CareCase {

    static final String TODAY =
            LocalDate.now(Rome.ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    String drawn(String familyName, String phone) {
        return "/plans/" + plan(inCare(familyName, phone));
    }

    Client.Page explain(String plan, String language) {
        return as("sociale.prato")
                .post(
                        plan,
                        plan + "/proposal",
                        Map.of(
                                "explainedOn",
                                TODAY,
                                "explainedIn",
                                language,
                                "explainedWith",
                                "Lin Hu"));
    }

    Client.Page sign(String plan, String manner) {
        return as("sociale.prato")
                .post(
                        plan,
                        plan + "/signature",
                        Map.of("signedOn", TODAY, "signedHow", manner, "signatories", "Firmata"));
    }

    static UUID id(String plan) {
        return UUID.fromString(plan.substring("/plans/".length()));
    }
}
