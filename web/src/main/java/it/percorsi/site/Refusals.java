package it.percorsi.site;

import static java.util.Map.entry;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Every way a request can be turned down, each with its page. Anything else is a bug. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Map<String, String> CONSTRAINTS =
            Map.ofEntries(
                    entry("one_open_assessment", "assessment.one-open"),
                    entry("first_assessment_first", "assessment.first-first"),
                    entry("assessment_signed_already", "assessment.signed-already"),
                    entry("assessment_is_blank", "assessment.blank"),
                    entry("skills_review_past", "skills.past"),
                    entry("attachments_are_full", "attachment.full"),
                    entry("availability_once", "hours.met"),
                    entry("duty_once", "hours.duty-met"),
                    entry("operator_language_pkey", "hours.speaks-already"),
                    entry("open_where_it_can_be_booked", "service.open-unbooked"),
                    entry("opened_where_somebody_answers", "service.nobody-answers"),
                    entry("service_code_key", "hours.code-elsewhere"),
                    entry("member_once", "panel.sits-already"),
                    entry("member_was_present", "panel.was-present"),
                    entry("quorum_not_behind", "panel.quorum-behind"),
                    entry("panel_named_once", "panel.name-taken"),
                    entry("phrase_once", "panel.phrase-there"),
                    entry("present_in_force", "sitting.members-that-day"),
                    entry("no open sitting with quorum", "referral.quorum-present"),
                    entry("scheduled_ahead", "referral.sitting-planned"),
                    entry("minute_pkey", "move.wrong-status"),
                    entry("sight_is_the_managers", "move.not-yours.manager"),
                    entry("agenda_before_it_opens", "sitting.order-before-opening"),
                    entry("one_place_each", "sitting.order-before-opening"),
                    entry("meeting_not_before_its_day", "meeting.before-its-day"),
                    entry("meeting_begins_once", "meeting.not-planned"),
                    entry("meeting_is_not_begun", "meeting.not-written"),
                    entry("sitting_is_still_planned", "sitting.still-planned"),
                    entry("sitting_leaves_its_minutes", "sitting.everything-decided"),
                    entry("recusal_pkey", "sitting.recused-already"),
                    entry("recused_before_deciding", "sitting.recused-before"),
                    entry("decided_by_a_majority", "sitting.no-majority"),
                    entry("one_vote_each", "sitting.votes-of-who-takes-part"),
                    entry("vote_of_", "sitting.votes-of-who-takes-part"),
                    entry("direct_sent_again_once", "direct.sent-again-already"),
                    entry("resubmitted_once", "referral.sent-again-already"),
                    entry("request_still_holds", "request.in-time"),
                    entry("agreed_once", "duplicate.agreed-already"),
                    entry("contact_undone_in_the_day", "contact.undo-too-late"),
                    entry("contact_of_a_person_stays", "contact.of-somebody"),
                    entry("handed_to_a_speaker", "ticket.colleague-not-here"),
                    entry("contact_person_pkey", "contact.of-somebody"),
                    entry("merged_once", "duplicate.already-merged"),
                    entry("import_undone_in_time", "intake.undo-too-late"),
                    entry("absorbed_once", "duplicate.already-merged"),
                    entry("merge_lead_chosen", "duplicate.lead-missing"),
                    entry("merge_undone_in_time", "duplicate.undo-too-late"),
                    entry("merge_grown_together", "duplicate.grown-together"),
                    entry("emergency_three_at_once", "emergency.three-at-once"),
                    entry("merge_of_addresses", "duplicate.addresses"),
                    entry("one_link_of_two", "household.already"),
                    entry("address_kept_apart", "address.kept-apart"),
                    entry("emergency_review_pending", "emergency.review-pending"),
                    entry("grant_crosses_lawfully", "grant.legal-basis-missing"),
                    entry("notice_one_version_a_day", "notice.day-taken"),
                    entry("privacy_notice_pkey", "notice.language-taken"),
                    entry("booking_once", "mediation.mediator-taken"),
                    entry("booking_meets_no_absence", "mediation.mediator-taken"),
                    entry("one_mediation_an_appointment", "mediation.already"),
                    entry("one_wait_each", "wait.already"),
                    entry("one_offer_each", "wait.one-offer"),
                    entry("women_within_the_places", "programme.women-within"),
                    entry("places_for_who_is_there", "programme.places-taken"),
                    entry("enrolled_in_turn", "enrolment.turn-reason-missing"),
                    entry("enrolled_once", "enrolment.already"),
                    entry("enrolment_third_country", "enrolment.third-country"),
                    entry("identifier_once", "fiscal-code.in-use"),
                    entry("one_open_case_file", "casefile.already-open"),
                    entry("one_open_procedure", "procedure.already-open"),
                    entry("procedure_not_ahead", "procedure.day-not-ahead"),
                    entry("one_transfer_asked", "transfer.asked-already"),
                    entry("closed_case_is_asked_of_nobody", "casefile.transfer-answered"),
                    entry("plan_expects_no_hour", "plan.hours-settled"),
                    entry("hour_of_a_plan_that_goes_on", "plan.not-active"),
                    entry("follow_up_of_a_closed_case", "casefile.follow-up-of-a-closed-case"),
                    entry("transfer_of_an_open_case", "transfer.no-longer"),
                    entry("task_owner_sees_the_person", "task.owner-elsewhere"),
                    entry("procedure_owner_works_there", "procedure.owner-elsewhere"),
                    entry("within_the_hour_budget", "hours.budget-spent"),
                    entry("hour_meets_the_agenda", "hours.giver-taken"),
                    entry("booking_within_a_day", "hours.booked-long"),
                    entry("encounter_once", "hours.person-elsewhere"),
                    entry("operator_once", "hours.operator-elsewhere"),
                    entry("validated_by_another", "move.not-yours.validator"),
                    entry("hours_period_frozen", "hours.period-frozen"),
                    entry("decision_taken_back", "referral.decided-here"),
                    entry("presence_while_open", "sitting.not-held-now"),
                    entry("closed_against_its_scan", "hours.sheet-unscanned"),
                    entry("closed_by_who_sees_it_all", "hours.sheet-others"),
                    entry("budget_has_its_programme", "plan.programme-unsaid"),
                    entry("hours_not_confirmed", "hours.not-confirmed"),
                    entry("period_once", "hours.period-already"),
                    entry("hours_corrected", "hours.corrected-below"),
                    entry("sent_to_another", "direct.to-another"),
                    entry("one_running_plan", "plan.already-running"),
                    entry("plan_template_named_once", "template.named-already"),
                    entry("plan_template_is_kept", "template.retired"),
                    entry("present_of_the_teams", "meeting.present-unknown"),
                    entry("somebody_was_present", "meeting.nobody-present"),
                    entry("_in_scale", "plan.level-out"),
                    entry("commitment_of_the_team", "commitment.not-in-team"),
                    entry("plan_is_being_written", "plan.not-amendable"),
                    entry("scan_of_paper", "plan.scan-of-no-paper"),
                    entry("plan_is_translated", "plan.translated-until-signed"),
                    entry("plan_translated_ahead", "field.day.future"),
                    entry("translation_of_what_it_says", "plan.translation-overtaken"),
                    entry("plan_signed_once", "plan.signed-meanwhile"),
                    entry("plan_signed_ahead", "plan.signed-ahead"),
                    entry("plan_reviewed_ahead", "plan.signed-ahead"),
                    entry("support_is_agreed", "plan.not-agreed"),
                    entry("in_the_team_once", "casefile.already-in-team"),
                    entry("work_mail_is_an_address", "account.mail-unreadable"),
                    entry("operator_username_key", "administration.already-there"),
                    entry("organisation_", "administration.already-there"),
                    entry("desk_code_key", "administration.already-there"),
                    entry("membership_", "administration.already-there"));

    private final PageModel layout;
    private final CurrentActor current;
    private final AccessTrail trail;
    private final TransactionTemplate afterwards;
    private final Clock clock;

    Refusals(
            PageModel layout,
            CurrentActor current,
            AccessTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.layout = layout;
        this.current = current;
        this.trail = trail;
        this.afterwards = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @ExceptionHandler({
        NotVisible.class,
        MethodArgumentTypeMismatchException.class,
        DateTimeException.class
    })
    ModelAndView notThereOrNotForYou() {
        return page("site/not-found", HttpStatus.NOT_FOUND, Map.of());
    }

    @ExceptionHandler
    ModelAndView moveRefused(MoveRefused refused, HttpServletRequest request) {
        return page(
                "site/refused",
                HttpStatus.CONFLICT,
                Map.of("obstacles", refused.obstacles(), "typed", Typed.of(request)));
    }

    @ExceptionHandler
    ModelAndView stale(StaleVersion stale, HttpServletRequest request) {
        List<Typed.Compared> fields = Typed.compare(request, stale.current());
        return page("site/stale", HttpStatus.CONFLICT, Map.of("fields", fields));
    }

    /** Again and again somebody else came first: {@link SecondLook} has tried. */
    @ExceptionHandler
    ModelAndView sameRowAtOnce(ConcurrencyFailureException race, HttpServletRequest request) {
        return moveRefused(new MoveRefused(List.of("data.busy")), request);
    }

    @ExceptionHandler
    ModelAndView withoutKey(FormKeyMissing missing) {
        return page("site/form-used", HttpStatus.BAD_REQUEST, Map.of());
    }

    /** A rule that only the database could see: its constraint says which. */
    @ExceptionHandler
    ModelAndView constraint(DataIntegrityViolationException refused, HttpServletRequest request) {
        String obstacle = obstacle(refused);
        if (obstacle.equals("data.inconsistent")) {
            LOG.warn("Refused by the database: {}", refused.getMostSpecificCause().getClass());
        }
        if (obstacle.equals("fiscal-code.in-use")) {
            rememberThatItRevealed("fiscal-code");
        }
        if (obstacle.equals("address.kept-apart")) {
            rememberThatItRevealed("protected-address");
        }
        return moveRefused(new MoveRefused(List.of(obstacle)), request);
    }

    static String obstacle(DataIntegrityViolationException refused) {
        // What was being done when it was refused names tables and columns, not the rule.
        String text =
                String.valueOf(refused.getMostSpecificCause().getMessage())
                        .replaceFirst("(?s)\\bWhere: .*", "");
        return CONSTRAINTS.entrySet().stream()
                .filter(constraint -> text.contains(constraint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("data.inconsistent");
    }

    /**
     * Saying that a code is taken says that somebody has it, and that an address is not for the
     * desk to write says something too: it counts as a search that revealed.
     */
    private void rememberThatItRevealed(String subject) {
        current.current()
                .ifPresent(actor ->
                        afterwards.executeWithoutResult(transaction ->
                                trail.changed(
                                        actor,
                                        "REVEAL",
                                        subject,
                                        actor.operatorId(),
                                        List.of(),
                                        clock.instant())));
    }

    private ModelAndView page(String view, HttpStatus status, Map<String, ?> model) {
        ModelAndView page = new ModelAndView(view, model, status);
        layout.addTo(page.getModelMap());
        return page;
    }

    @ExceptionHandler
    ModelAndView usedOtherwise(FormUsedOtherwise used) {
        return page("site/form-used", HttpStatus.CONFLICT, Map.of());
    }

    static final class FormUsedOtherwise extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FormUsedOtherwise() {
            super("form key used for something else");
        }
    }

    static final class FormKeyMissing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FormKeyMissing() {
            super("form key missing");
        }
    }
}
