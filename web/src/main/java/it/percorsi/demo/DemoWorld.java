package it.percorsi.demo;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.pathway.Rome;
import it.percorsi.site.CurrentActor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Replays the dated actions of {@code seeds/demo}, counted from the day the demo starts. */
@Component
class DemoWorld {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);
    private static final List<String> FILES =
            List.of("01-persone", "02-percorsi", "03-progetto", "04-pratiche", "05-analisi");

    private final DemoActions actions;
    private final Operators operators;
    private final TransactionTemplate transaction;
    private final Map<String, Actor> actors = new HashMap<>();

    DemoWorld(DemoActions actions, Operators operators, PlatformTransactionManager transactions) {
        this.actions = actions;
        this.operators = operators;
        this.transaction = new TransactionTemplate(transactions);
    }

    void replay(Instant start) {
        List<JsonNode> script = new ArrayList<>();
        for (String file : FILES) {
            read(file).forEach(script::add);
        }
        script.sort(Comparator.comparingInt(action -> action.path("day").asInt()));
        actions.begin(Rome.day(start));
        int done = 0;
        for (JsonNode action : script) {
            Instant at = at(start, action.path("day").asInt(), done++);
            Actor actor = actor(action.path("as").asString());
            try {
                CurrentActor.as(
                        actor,
                        () -> {
                            transaction.executeWithoutResult(
                                    t -> actions.perform(action, actor, at));
                            return null;
                        });
            } catch (RuntimeException illegal) {
                throw new IllegalStateException("Demo action refused: " + action, illegal);
            }
        }
        LOG.info("Demo world: {} actions replayed", done);
    }

    /** Ten in the morning of the last weekday, a second later each time. */
    private static Instant at(Instant start, int offset, int second) {
        LocalDate day = Rome.day(start).plusDays(offset);
        while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
            day = day.minusDays(1);
        }
        Instant at = Rome.instant(day.atTime(10, 0)).plusSeconds(second);
        return at.isAfter(start) ? start : at;
    }

    private Actor actor(String username) {
        return actors.computeIfAbsent(
                username,
                name ->
                        operators
                                .login(name)
                                .map(login -> operators.actors(login.operatorId()).getFirst())
                                .orElseThrow());
    }

    private static JsonNode read(String file) {
        try (var stream = new ClassPathResource("seeds/demo/" + file + ".yaml").getInputStream()) {
            return new YAMLMapper().readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
