package it.percorsi.programme;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a programme, the lists behind them, and its rules in words. */
@Service
@Transactional
public class ProgrammeService {

    private final Programmes programmes;
    private final EligibilityRules rules;
    private final AccessTrail trail;

    ProgrammeService(Programmes programmes, EligibilityRules rules, AccessTrail trail) {
        this.programmes = programmes;
        this.rules = rules;
        this.trail = trail;
    }

    /** The rules are public facts of the programme: no person is in them. */
    public Rules rules(String code) {
        Programmes.Card card = programmes.card(code).orElseThrow(NotVisible::new);
        return new Rules(card, rules.of(card.id()));
    }

    public record Rules(Programmes.Card programme, List<EligibilityRule> rules) {}

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
                programmes.bodies(card.id()),
                programmes.remarks(card.id()),
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
        List<UUID> persons = new ArrayList<>();
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

    public record Cockpit(
            Programmes.Card programme,
            List<Programmes.Body> bodies,
            List<Programmes.Remark> remarks,
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

        public int women() {
            return reached.stream().mapToInt(Programmes.Reached::women).sum();
        }

        /** How many of the target should be women, or null where the programme does not say. */
        public @Nullable Integer womenTarget() {
            Integer percent = programme.womenPercent();
            return percent == null ? null : target() * percent / 100;
        }

        public BigDecimal budget() {
            return amounts.stream()
                    .map(Programmes.Amount::euro)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
