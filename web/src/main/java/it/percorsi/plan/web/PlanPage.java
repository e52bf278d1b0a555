package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.plan.Absence;
import it.percorsi.plan.HourService;
import it.percorsi.plan.PlanEditions;
import it.percorsi.plan.PlanReadingService;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a plan, with what was typed in the form that is not right yet. */
@Component
class PlanPage {

    private final PlanReadingService plans;
    private final HourService hours;
    private final PersonService people;
    private final Network network;

    PlanPage(PlanReadingService plans, HourService hours, PersonService people, Network network) {
        this.plans = plans;
        this.hours = hours;
        this.people = people;
        this.network = network;
    }

    String of(UUID id, Actor actor, Instant now, Model model) {
        PlanReadingService.Sheet sheet = plans.look(actor, now, id);
        String today = Rome.written(Rome.day(now));
        model.mergeAttributes(
                Map.of(
                        "aimForm",
                        AimForm.blank(),
                        "encounterForm",
                        EncounterForm.blank(),
                        "plannedForm",
                        new PlannedForm("", "", "", ""),
                        "proposalForm",
                        new ProposalForm(today, sheet.plan().personLanguage(), ""),
                        "signatureForm",
                        SignatureForm.of(today, sheet.past().signers()),
                        "overrunForm",
                        new OverrunForm("", ""),
                        "reviewForm",
                        ReviewForm.blank(today)));
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.plan().personId(), "plan"));
        model.addAttribute("areas", AimForm.AREAS);
        model.addAttribute("team", sheet.past().team());
        model.addAttribute("scale", LevelFields.SCALE);
        model.addAttribute("manners", PlanEditions.Manner.values());
        model.addAttribute("verdicts", PlanEditions.ReviewOutcome.values());
        model.addAttribute("languages", network.languages());
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("fundingSources", network.fundingSources());
        model.addAttribute("organisations", network.organisations());
        model.addAttribute("unjustified", hours.absenceRule(Absence.UNJUSTIFIED, now));
        return "plan/show";
    }
}
