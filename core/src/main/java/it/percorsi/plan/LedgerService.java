package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Search;
import it.percorsi.programme.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hours of a programme, for whoever coordinates it; and the timesheet of an operator. */
@Service
@Transactional
public class LedgerService {

    private static final int BUDGETS = 50;

    private final Ledger ledger;
    private final Programmes programmes;
    private final AccessTrail trail;

    LedgerService(Ledger ledger, Programmes programmes, AccessTrail trail) {
        this.ledger = ledger;
        this.programmes = programmes;
        this.trail = trail;
    }

    /**
     * @param afterBudget the last of the page of budgets before, or null
     */
    public View view(
            Actor by,
            Instant at,
            String code,
            Ledger.Filter filter,
            Ledger.@Nullable Mark after,
            @Nullable UUID afterBudget) {
        Programmes.Card card = own(by, code);
        UUID person = filter.person();
        Ledger.Named only =
                person == null
                        ? null
                        : ledger.person(card.id(), person, by).orElseThrow(NotVisible::new);
        List<Ledger.Entry> entries = ledger.entries(card.id(), filter, after, by);
        List<Ledger.Person> found = ledger.budgets(card.id(), person, afterBudget, by, BUDGETS + 1);
        List<Ledger.Person> budgets = found.subList(0, Math.min(found.size(), BUDGETS));
        trail.listed(by, "hour-ledger", persons(only, entries, budgets), at);
        return new View(
                card,
                only,
                entries,
                ledger.sums(card.id(), filter, by),
                budgets,
                found.size() > BUDGETS ? budgets.getLast().budgetId() : null,
                ledger.operators(card.id(), by),
                ledger.periods(card.id()));
    }

    /** Everybody whose name is shown. */
    private static List<UUID> persons(
            Ledger.@Nullable Named only, List<Ledger.Entry> entries, List<Ledger.Person> budgets) {
        return Stream.of(
                        Stream.ofNullable(only).map(Ledger.Named::id),
                        entries.stream().map(Ledger.Entry::personId),
                        budgets.stream().map(Ledger.Person::personId))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** Who of the programme may be meant by what was typed. */
    public List<Ledger.Named> find(Actor by, Instant at, String code, Search search) {
        List<Ledger.Named> found = ledger.find(own(by, code).id(), search, by);
        trail.listed(
                by, "hour-ledger", found.stream().map(Ledger.Named::id).distinct().toList(), at);
        return found;
    }

    /** Hands over every row that passes the filter, one by one. */
    public void export(
            Actor by, Instant at, String code, Ledger.Filter filter, Consumer<Ledger.Entry> row) {
        Programmes.Card card = own(by, code);
        Set<UUID> persons = new LinkedHashSet<>();
        ledger.each(
                card.id(),
                filter,
                by,
                entry -> {
                    persons.add(entry.personId());
                    row.accept(entry);
                });
        trail.listed(by, "export-hours", List.copyOf(persons), at);
    }

    /** More hours than the path has, with the reason of whoever coordinates it. */
    public void pass(Actor by, Instant at, String code, UUID budget, int minutes, String reason) {
        Programmes.Card card = own(by, code);
        if (!ledger.hasBudget(card.id(), budget, by)) {
            throw new NotVisible();
        }
        ledger.pass(budget, minutes, reason, by, at);
        trail.changed(by, "PASS_HOURS", "hour-budget", budget, List.of(), at);
    }

    /**
     * @return how many hours were reported
     */
    public int freeze(Actor by, Instant at, String code, LocalDate from, LocalDate until) {
        Programmes.Card card = own(by, code);
        if (!until.isBefore(Rome.day(at))) {
            throw new MoveRefused(List.of("hours.period-not-over"));
        }
        int reported = ledger.freeze(card.id(), from, until, by);
        trail.changed(by, "REPORT", "hour-period", card.id(), List.of(), at);
        return reported;
    }

    public TwoFundsView twoFunds(Actor by, Instant at, String code) {
        Programmes.Card card = own(by, code);
        List<Ledger.TwoFunds> rows = ledger.twoFunds(card.id(), by);
        trail.listed(
                by,
                "two-funds",
                rows.stream().map(Ledger.TwoFunds::personId).distinct().toList(),
                at);
        return new TwoFundsView(card, rows);
    }

    /** An operator's own hours, which name nobody. */
    public List<Ledger.Given> given(Actor by, YearMonth month) {
        return ledger.given(month.atDay(1), month.atEndOfMonth(), by);
    }

    private Programmes.Card own(Actor by, String code) {
        Programmes.Card card = programmes.card(code).orElseThrow(NotVisible::new);
        if (!by.actsAs(Role.COORDINATOR)
                || !programmes.coordinators(card.id()).contains(by.organisationId())) {
            throw new NotVisible();
        }
        return card;
    }

    /**
     * @param only whose hours alone are shown, or null
     * @param nextBudgets where the next page of budgets begins, or null on the last one
     */
    public record View(
            Programmes.Card programme,
            Ledger.@Nullable Named only,
            List<Ledger.Entry> entries,
            List<Ledger.Sum> sums,
            List<Ledger.Person> budgets,
            @Nullable UUID nextBudgets,
            List<Ledger.Operator> operators,
            List<Ledger.Period> periods) {

        public boolean more() {
            return entries.size() == Ledger.PAGE;
        }
    }

    public record TwoFundsView(Programmes.Card programme, List<Ledger.TwoFunds> rows) {

        public long overlapping() {
            return rows.stream().filter(Ledger.TwoFunds::overlapping).count();
        }
    }
}
