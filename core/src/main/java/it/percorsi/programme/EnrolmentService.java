package it.percorsi.programme;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be enrolled, who is, and the figures of a programme. */
@Service
@Transactional
public class EnrolmentService {

    private final Programmes programmes;
    private final PersonService people;
    private final Grants grants;
    private final AccessTrail trail;

    EnrolmentService(
            Programmes programmes, PersonService people, Grants grants, AccessTrail trail) {
        this.programmes = programmes;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    /** The person, their enrolments, and how they stand towards a programme today. */
    public Standing standing(
            Actor by, Instant at, UUID person, @Nullable String programme, boolean needStated) {
        PersonFile file = people.look(by, at, person, "enrolments");
        Programmes.Card card =
                programme == null
                        ? programmes.cards().stream().findFirst().orElse(null)
                        : programmes.card(programme).orElse(null);
        return new Standing(
                file,
                programmes.ofPerson(person, by),
                programmes.cards(),
                card,
                card == null
                        ? null
                        : Eligibility.judge(
                                programmes.rules(card.id()), file, needStated, Rome.day(at)));
    }

    /**
     * Enrols, keeping the eligibility as judged at that instant.
     *
     * @throws MoveRefused naming what is in the way: a programme that is over, a body outside it, a
     *     role that may not, a rule that is not met
     */
    public Enrolment enrol(Actor by, Instant at, UUID person, String code, boolean needStated) {
        PersonFile file = people.look(by, at, person, "enrolment");
        Programmes.Card programme = programmes.card(code).orElseThrow(NotVisible::new);
        if (!programme.running(Rome.day(at))) {
            throw new MoveRefused(List.of("enrolment.programme-over"));
        }
        if (!programmes.takesPart(programme.id(), by.organisationId())) {
            throw new MoveRefused(List.of("enrolment.body-outside"));
        }
        Eligibility eligibility =
                Eligibility.judge(programmes.rules(programme.id()), file, needStated, Rome.day(at));
        Enrolment enrolment = new Enrolment(programme.id(), file, eligibility, by);
        if (eligibility.eligible()) {
            enrolment.select(by, at);
            for (UUID coordinator : programmes.coordinators(programme.id())) {
                grants.give(
                        new Grant(
                                person,
                                coordinator,
                                Basis.PROGRAMME,
                                "enrolment." + code,
                                enrolment.id(),
                                by,
                                at,
                                null));
            }
        } else {
            enrolment.decline(by, at);
        }
        programmes.save(enrolment);
        trail.changed(by, "ENROL", "enrolment", enrolment.id(), List.of(person), at);
        return enrolment;
    }

    public void complete(Actor by, Instant at, UUID id) {
        programmes.visible(id, by).orElseThrow(NotVisible::new).complete(by, at);
        trail.changed(by, "COMPLETE", "enrolment", id, List.of(), at);
    }

    public void drop(Actor by, Instant at, UUID id, String reason) {
        programmes.visible(id, by).orElseThrow(NotVisible::new).drop(by, at, reason);
        trail.changed(by, "DROP", "enrolment", id, List.of(), at);
    }

    public void extend(Actor by, Instant at, String code, LocalDate until, String note) {
        Programmes.Card card = onlyCoordinators(by, code);
        programmes.extend(card.id(), until, note);
        trail.changed(by, "EXTEND", "programme", card.id(), List.of(), at);
    }

    /** The figures of one programme. */
    public Cockpit cockpit(Actor by, String code) {
        Programmes.Card card = onlyCoordinators(by, code);
        return new Cockpit(
                card,
                programmes.reached(card.id(), by),
                programmes.amounts(card.id()),
                programmes.schedule(card.id()),
                programmes.indicators(card.id()));
    }

    public List<Programmes.BeneficiaryRow> beneficiaries(
            Actor by,
            Instant at,
            String code,
            @Nullable String organisation,
            @Nullable String gender) {
        Programmes.Card card = onlyCoordinators(by, code);
        List<Programmes.BeneficiaryRow> rows =
                programmes.beneficiaries(card.id(), organisation, gender, by);
        trail.listed(by, "beneficiaries", rows.stream().map(r -> r.personId()).toList(), at);
        return rows;
    }

    /** Hands over every beneficiary, one by one; the export is in the trail with who was in it. */
    public void export(
            Actor by, Instant at, String code, Consumer<Programmes.BeneficiaryRow> writer) {
        Programmes.Card card = onlyCoordinators(by, code);
        List<UUID> persons = new java.util.ArrayList<>();
        programmes.eachBeneficiary(
                card.id(),
                by,
                row -> {
                    persons.add(row.personId());
                    writer.accept(row);
                });
        trail.listed(by, "export-beneficiaries", persons, at);
    }

    private Programmes.Card onlyCoordinators(Actor by, String code) {
        if (!by.actsAs(Role.COORDINATOR)) {
            throw new NotVisible();
        }
        return programmes.card(code).orElseThrow(NotVisible::new);
    }

    public record Standing(
            PersonFile file,
            List<Programmes.EnrolmentRow> enrolments,
            List<Programmes.Card> programmes,
            Programmes.@Nullable Card programme,
            @Nullable Eligibility eligibility) {

        /** Whether the person is already in the programme shown. */
        public boolean running() {
            return programme != null
                    && enrolments.stream()
                            .anyMatch(row ->
                                    row.programmeCode().equals(programme.code())
                                            && row.status().equals(EnrolmentStatus.ACTIVE.name()));
        }
    }

    public record Cockpit(
            Programmes.Card programme,
            List<Programmes.Reached> reached,
            List<Programmes.Amount> amounts,
            List<Programmes.Scheduled> schedule,
            List<Programmes.ContextIndicator> indicators) {

        public int target() {
            return reached.stream().mapToInt(r -> r.target() == null ? 0 : r.target()).sum();
        }

        public int total() {
            return reached.stream().mapToInt(Programmes.Reached::total).sum();
        }

        public java.math.BigDecimal budget() {
            return amounts.stream()
                    .map(Programmes.Amount::euro)
                    .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        }
    }
}
