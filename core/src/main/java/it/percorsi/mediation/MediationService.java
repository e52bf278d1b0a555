package it.percorsi.mediation;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.AgendaService;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking another body for a mediator, and what becomes of it. */
@Service
@Transactional
public class MediationService {

    /** How long what is over stays on the list, in days. */
    private static final int SHOWN_DAYS = 30;

    private final Mediations mediations;
    private final AgendaService agenda;
    private final Agenda appointments;
    private final Programmes programmes;
    private final AccessTrail trail;

    MediationService(
            Mediations mediations,
            AgendaService agenda,
            Agenda appointments,
            Programmes programmes,
            AccessTrail trail) {
        this.mediations = mediations;
        this.agenda = agenda;
        this.appointments = appointments;
        this.programmes = programmes;
        this.trail = trail;
    }

    /** Who may pay on a day, of the programmes of the actor's body. */
    public List<Mediations.Payer> payers(Actor by, LocalDate on) {
        return mediations.payers(on, by);
    }

    public List<Mediations.Row> list(Actor by, Instant at) {
        trail.listed(by, "mediations", List.of(), at);
        return mediations.rows(Rome.day(at).minusDays(SHOWN_DAYS), by);
    }

    /** The appointment a mediator is asked for. */
    public Agenda.AppointmentRow appointment(Actor by, Instant at, UUID id) {
        return agenda.look(by, at, id);
    }

    public Optional<UUID> of(Actor by, UUID appointment) {
        return mediations.of(appointment, by);
    }

    /**
     * @throws MoveRefused naming what is in the way: a role that does not ask, a body without
     *     mediators, a programme that does not run then or is not the body's
     */
    public UUID ask(Actor by, Instant at, MediationRequest.Wanted wanted) {
        UUID appointment = wanted.appointment();
        if (appointment != null && appointments.visible(appointment, by).isEmpty()) {
            throw new NotVisible();
        }
        new Obstacles()
                .when(!MediationParty.asks(by), "mediation.not-yours")
                .when(
                        mediations.providers().stream()
                                .noneMatch(body -> body.id().equals(wanted.provider())),
                        "mediation.nobody-there")
                .when(
                        mediations.payers(wanted.starts().toLocalDate(), by).stream()
                                .noneMatch(payer -> payer.id().equals(wanted.programme())),
                        "mediation.programme-over")
                .refuse();
        MediationRequest request = new MediationRequest(wanted, by, at);
        mediations.save(request);
        trail.changed(by, "ASK_MEDIATION", "mediation", request.id(), List.of(), at);
        return request.id();
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        Mediations.Row row = mediations.row(id, by).orElseThrow(NotVisible::new);
        List<MediationMove> moves = find(by, id).movesOpenTo(by, at);
        return new Sheet(
                row,
                mediations.made(id, by),
                moves,
                moves.contains(MediationMove.SAY_YES)
                        ? mediations.mediators(row.languageCode(), by)
                        : List.of());
    }

    /**
     * @param mediator one of those on the sheet: refused if they are elsewhere then, or away
     */
    public void accept(Actor by, Instant at, UUID id, UUID mediator) {
        MediationRequest request = find(by, id);
        boolean speaks =
                mediations.mediators(request.language(), by).stream()
                        .anyMatch(each -> each.id().equals(mediator));
        new Obstacles()
                .tried(() -> request.accept(mediator, by, at))
                .when(!speaks, "mediation.mediator-elsewhere")
                .refuse();
        mediations.take(request);
        changed(by, MediationMove.SAY_YES, id, at);
    }

    public void give(Actor by, Instant at, UUID id, int minutes) {
        find(by, id).give(minutes, by, at);
        changed(by, MediationMove.MEDIATE, id, at);
    }

    /** A move that asks why: whoever was to come is free again. */
    public void end(Actor by, Instant at, UUID id, MediationMove move, String why) {
        MediationRequest request = find(by, id);
        request.make(move, by, at, why);
        mediations.free(request);
        changed(by, move, id, at);
    }

    private void changed(Actor by, MediationMove move, UUID id, Instant at) {
        trail.changed(by, move.name(), "mediation", id, List.of(), at);
    }

    private MediationRequest find(Actor by, UUID id) {
        return mediations.visible(id, by).orElseThrow(NotVisible::new);
    }

    /** The mediation of a programme by month and language, for whoever coordinates it. */
    public OfProgramme ofProgramme(Actor by, Instant at, String code) {
        Programmes.Card card =
                programmes
                        .card(code)
                        .filter(known ->
                                programmes.coordinators(known.id()).contains(by.organisationId()))
                        .orElseThrow(NotVisible::new);
        trail.listed(by, "mediation-hours", List.of(), at);
        return new OfProgramme(card, mediations.sums(card.id(), by));
    }

    /** A request with what was done and what can be done. */
    public record Sheet(
            Mediations.Row row,
            List<Mediations.Made> made,
            List<MediationMove> moves,
            List<Mediations.Mediator> mediators) {

        public boolean open(String move) {
            return moves.contains(MediationMove.valueOf(move));
        }
    }

    public record OfProgramme(Programmes.Card programme, List<Mediations.Sum> sums) {

        public int minutes(String source) {
            return sums.stream()
                    .filter(sum -> sum.source().equals(source))
                    .mapToInt(Mediations.Sum::minutes)
                    .sum();
        }
    }
}
