package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.attachment.Attachments;
import it.percorsi.network.Network;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import it.percorsi.programme.EligibilityService.Brief;
import it.percorsi.task.Ask;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sending a referral, and bringing it before a sitting. */
@Service
@Transactional
public class ReferralService {

    private final Referrals referrals;
    private final People people;
    private final Network network;
    private final TaskService tasks;
    private final Attachments attachments;
    private final CaseReading reading;
    private final Grants grants;
    private final AccessTrail trail;

    ReferralService(
            Referrals referrals,
            People people,
            Network network,
            TaskService tasks,
            Attachments attachments,
            CaseReading reading,
            Grants grants,
            AccessTrail trail) {
        this.referrals = referrals;
        this.people = people;
        this.network = network;
        this.tasks = tasks;
        this.attachments = attachments;
        this.reading = reading;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * Writes and sends in one act; from then on the panel may read what the referral carries.
     *
     * @param papers attachments of the person that go with it
     * @param follows one of the same person that came to nothing, or null
     */
    public Referral submit(
            Actor by,
            Instant at,
            UUID personId,
            UUID panelId,
            Content content,
            Set<UUID> papers,
            @Nullable UUID follows) {
        people.shown(personId, by);
        grants.needs(Section.SOCIAL, personId, by);
        Panel panel = referrals.panel(panelId).orElseThrow(NotVisible::new);
        if (follows != null) {
            earlier(by, personId, follows);
        }
        Referral referral = new Referral(personId, panel, content, follows, by);
        referral.submit(by, at, network.rule("referral.answer-within", Rome.day(at)).number());
        referrals.save(referral);
        grants.give(
                new Grant(
                        personId,
                        panel.organisationId(),
                        Basis.REFERRAL,
                        "referral.submitted",
                        referral.id(),
                        by,
                        at,
                        null));
        if (referrals.enclose(referral, papers, by) < papers.size()) {
            throw new MoveRefused(List.of("referral.paper-not-sent"));
        }
        trail.changed(by, "SUBMIT", "referral", referral.id(), List.of(personId), at);
        return referral;
    }

    public void examine(Actor by, Instant at, UUID id) {
        Referral referral = find(id, by);
        referral.examine(by, at);
        trail.changed(by, "EXAMINE", "referral", id, List.of(referral.personId()), at);
    }

    /** One of the actor's body that came to nothing, to be written again from what it said. */
    public Referrals.ReferralRow earlier(Actor by, UUID personId, UUID id) {
        Referrals.ReferralRow row = referrals.row(id, by).orElseThrow(NotVisible::new);
        Referral referral = find(id, by);
        if (!row.personId().equals(personId)
                || !referral.organisationId().equals(by.organisationId())
                || !referral.status().ended()) {
            throw new NotVisible();
        }
        return row;
    }

    /** What went with one, to be sent again. */
    public List<UUID> papersOf(Actor by, UUID id) {
        return attachments.sentWith(id, by).stream().map(Attachments.Row::id).toList();
    }

    public void askIntegration(Actor by, Instant at, UUID id, String what) {
        Referral referral = find(id, by);
        referral.askIntegration(by, at, what);
        trail.changed(by, "ASK_INTEGRATION", "referral", id, List.of(referral.personId()), at);
    }

    public void integrate(Actor by, Instant at, UUID id, String answer) {
        Referral referral = find(id, by);
        referral.integrate(by, at, answer);
        trail.changed(by, "INTEGRATE", "referral", id, List.of(referral.personId()), at);
    }

    public void schedule(Actor by, Instant at, UUID id, UUID sittingId) {
        Referral referral = find(id, by);
        Sitting sitting = referrals.visibleSitting(sittingId, by).orElseThrow(NotVisible::new);
        referral.schedule(sitting, by, at);
        trail.changed(by, "SCHEDULE", "referral", id, List.of(referral.personId()), at);
        tasks.answered(by, at, Ask.RETURN, id);
    }

    public void withdraw(Actor by, Instant at, UUID id, String why) {
        Referral referral = find(id, by);
        referral.withdraw(by, at, why);
        tasks.answered(by, at, Ask.RETURN, id);
        trail.changed(by, "WITHDRAW", "referral", id, List.of(referral.personId()), at);
    }

    /** Whoever sent it has read what was decided. */
    public void acknowledge(Actor by, Instant at, UUID id) {
        Referral referral = find(id, by);
        referral.acknowledge(by, at);
        trail.changed(by, "ACKNOWLEDGE", "referral", id, List.of(referral.personId()), at);
    }

    /** A look at one referral, with its history and the moves open to the actor. */
    public Sheet look(Actor by, Instant at, UUID id) {
        Referrals.ReferralRow row = referrals.row(id, by).orElseThrow(NotVisible::new);
        Referral referral = find(id, by);
        Brief brief = row.owner() == null ? null : reading.brief(by, at, row, referral.panel());
        reading.looked(by, at, "referral", row, brief);
        return new Sheet(
                row,
                brief,
                attachments.sentWith(id, by),
                referrals.beforeIt(id, by).orElse(null),
                referrals.steps(id, by),
                referral.movesOpenTo(by),
                ReferralMove.mayBeScheduled(referral, by));
    }

    /**
     * What the person is told on paper, once the minutes are closed: for a social worker of the
     * body that sent the referral.
     */
    public Referrals.ReferralRow outcome(Actor by, Instant at, UUID id) {
        Referrals.ReferralRow row = referrals.row(id, by).orElseThrow(NotVisible::new);
        if (!row.printableBy(by)) {
            throw new NotVisible();
        }
        reading.looked(by, at, "outcome-letter", row, null);
        return row;
    }

    public List<Referrals.ReferralRow> ofPerson(Actor by, Instant at, UUID person) {
        people.shown(person, by);
        List<Referrals.ReferralRow> rows = referrals.ofPerson(person, by);
        trail.listed(
                by,
                "person-referrals",
                rows.stream().map(Referrals.ReferralRow::personId).distinct().toList(),
                at);
        return rows;
    }

    private Referral find(UUID id, Actor by) {
        return referrals.visible(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * One referral as its page shows it.
     *
     * @param brief who it is about, for its panel, until it is decided; else null
     * @param beforeIt what its panel reads before it, while it waits for a sitting
     */
    public record Sheet(
            Referrals.ReferralRow referral,
            @Nullable Brief brief,
            List<Attachments.Row> papers,
            Referrals.@Nullable Before beforeIt,
            List<Referrals.StepRow> steps,
            List<ReferralMove> moves,
            boolean mayBeScheduled) {

        /** What the panel asked for, while it waits for it. */
        public @Nullable String asked() {
            return steps.reversed().stream()
                    .filter(step -> step.move().equals(ReferralMove.ASK_INTEGRATION.name()))
                    .map(Referrals.StepRow::note)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether the viewer's body may send it again. */
        public boolean mayBeSentAgain(UUID organisation) {
            return ReferralStatus.valueOf(referral.status()).ended()
                    && referral.followedById() == null
                    && referral.organisationId().equals(organisation);
        }

        public boolean accepted() {
            return referral.status().equals(ReferralStatus.ACCEPTED.name());
        }

        public boolean offers(String move) {
            return moves.stream().anyMatch(m -> m.name().equals(move));
        }
    }
}
