package it.percorsi.together;

import it.percorsi.AtOnce;
import it.percorsi.Client;
import it.percorsi.together.Edited.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has some people edit a thing in a given order, and counts what must not happen. */
final class Referee {

    private final JdbcTemplate truth;
    private final Edited thing;
    private final List<Client> people;
    private final Map<String, Integer> faults = new TreeMap<>();
    private int races;
    private int saved;
    private int refused;
    private int texts;

    Referee(JdbcTemplate truth, Edited thing, List<Client> people) {
        this.truth = truth;
        this.thing = thing;
        this.people = people;
    }

    /** What somebody has on the screen, and what they typed there. */
    private record Screen(
            Client client, State seen, String form, Map<String, String> fields, String own) {

        Client.Page save() {
            return client.send(form, fields);
        }
    }

    /**
     * @param shift who is the first
     */
    void play(Order order, int shift) throws Exception {
        truth.execute(thing.reset());
        State state = state();
        Map<Integer, Screen> screens = new HashMap<>();
        for (Order.Step step : order.steps()) {
            if (step.opens()) {
                int who = step.who().getFirst();
                screens.put(who, open(people.get((who + shift) % people.size()), state));
            } else {
                state = save(step.who().stream().map(screens::get).toList(), state);
            }
        }
    }

    private Screen open(Client client, State state) {
        String form = thing.form(state);
        Client.Page page = client.get(form);
        must(page.status() == 200 && page.body().contains(state.text()), "opened something else");
        Map<String, String> fields = Client.hidden(page.body(), form);
        fields.putAll(thing.others());
        String own = "Parole " + ++texts + ".";
        fields.put(thing.field(), own);
        return new Screen(client, state, form, fields, own);
    }

    private State save(List<Screen> screens, State before) throws Exception {
        long fresh = screens.stream().filter(screen -> screen.seen().equals(before)).count();
        races += fresh > 1 ? 1 : 0;
        List<Callable<Client.Page>> forms = new ArrayList<>();
        screens.forEach(screen -> forms.add(screen::save));
        List<Client.Page> answers =
                forms.size() == 1
                        ? List.of(screens.getFirst().save())
                        : AtOnce.send(thing.table(), before.row(), fresh, forms);
        State after = state();
        int winners = 0;
        for (int i = 0; i < answers.size(); i++) {
            winners += judge(answers.get(i), screens.get(i), before, after) ? 1 : 0;
        }
        must(winners == (fresh > 0 ? 1 : 0), "more or fewer saved than could");
        must(after.saved() == before.saved() + winners, "another number of versions");
        must(winners > 0 || after.equals(before), "changed by who was refused");
        saved += winners;
        refused += answers.size() - winners;
        return after;
    }

    /** Whether it was saved. */
    private boolean judge(Client.Page answer, Screen screen, State before, State after) {
        boolean won = answer.status() == 302;
        if (won) {
            must(screen.seen().equals(before), "overwrote what they had not seen");
            must(screen.own().equals(after.text()), "saved, and not there");
        } else if (answer.status() == 409) {
            String page = answer.body();
            must(page.contains("\"Il tuo\">" + screen.own() + "<"), "refused without their text");
            // Who was late already does not wait for the one who saves at that instant.
            must(
                    beside(page, screen.own(), after.text())
                            || !screen.seen().equals(before)
                                    && beside(page, screen.own(), before.text()),
                    "refused without the saved text");
        } else {
            must(false, "answered " + answer.status());
        }
        return won;
    }

    /** Both texts, in the row of the field. */
    private static boolean beside(String page, String own, String saved) {
        return Pattern.compile(
                        "\"Il tuo\">\\Q%s\\E</td>\\s*<td data-label=\"Quello salvato\">\\Q%s\\E<"
                                .formatted(own, saved))
                .matcher(page)
                .find();
    }

    private State state() {
        return truth.queryForObject(
                thing.state(),
                (row, n) ->
                        new State(row.getString(1), row.getLong(2), row.getObject(3, UUID.class)));
    }

    private void must(boolean held, String fault) {
        if (!held) {
            faults.merge(fault, 1, Integer::sum);
        }
    }

    Map<String, Integer> faults() {
        return faults;
    }

    @Override
    public String toString() {
        return "%,d saved, %,d refused, %,d races for one row".formatted(saved, refused, races);
    }
}
