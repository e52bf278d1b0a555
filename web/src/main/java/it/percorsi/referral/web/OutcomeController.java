package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.referral.ReferralService;
import it.percorsi.referral.Referrals;
import it.percorsi.site.Beside;
import it.percorsi.site.OutcomeLetter;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a panel decided, told to the person on paper. */
@Controller
class OutcomeController {

    private final ReferralService referrals;
    private final PersonService people;
    private final Beside beside;

    OutcomeController(ReferralService referrals, PersonService people, Beside beside) {
        this.referrals = referrals;
        this.people = people;
        this.beside = beside;
    }

    @GetMapping("/referrals/{id}/outcome")
    String letter(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        Referrals.ReferralRow row = referrals.outcome(actor, now, id);
        PersonFile file = people.look(actor, now, row.personId(), "outcome-letter");
        OutcomeLetter letter =
                new OutcomeLetter(
                        row.personId(),
                        row.status(),
                        Rome.day(Objects.requireNonNull(row.decidedAt())),
                        row.conditions(),
                        row.referent(),
                        row.referrerName(),
                        row.organisationName(),
                        "/referrals/" + id);
        return letter.shown(beside, file.person().name(), file.person().language(), model);
    }
}
