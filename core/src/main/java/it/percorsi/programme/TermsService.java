package it.percorsi.programme;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long a programme runs, for how many, and where: whoever coordinates it says so. */
@Service
@Transactional
public class TermsService {

    private final Programmes programmes;
    private final Terms terms;
    private final AccessTrail trail;

    TermsService(Programmes programmes, Terms terms, AccessTrail trail) {
        this.programmes = programmes;
        this.terms = terms;
        this.trail = trail;
    }

    public Sheet look(Actor by, String code) {
        Programmes.Card card = coordinated(by, code);
        return new Sheet(card, terms.of(card.id()), terms.areas(card.id()));
    }

    /** Whether the actor may set them. */
    public boolean keeps(Actor by, UUID programme) {
        return by.actsAs(Role.COORDINATOR)
                && programmes.coordinators(programme).contains(by.organisationId());
    }

    /** How many were enrolled on a day that is none of these. */
    public Terms.Outside enrolledOutside(
            Actor by, String code, @Nullable LocalDate first, @Nullable LocalDate last) {
        return terms.enrolledOutside(coordinated(by, code).id(), first, last);
    }

    public void set(Actor by, Instant at, String code, Terms.Agreed agreed) {
        Programmes.Card card = coordinated(by, code);
        new Obstacles()
                .when(
                        terms.enrolledOutside(card.id(), agreed.runsFrom(), agreed.lastDay())
                                .anybody(),
                        "programme.enrolled-outside")
                .refuse();
        if (!terms.set(card.id(), agreed)) {
            throw new StaleVersion(typed(terms.of(card.id())));
        }
        trail.changed(by, "SET_TERMS", "programme", card.id(), List.of(), at);
    }

    private static Map<String, String> typed(Terms.Agreed now) {
        return Map.of(
                "runsFrom", text(now.runsFrom()),
                "runsUntil", text(now.runsUntil()),
                "extendedUntil", text(now.extendedUntil()),
                "extensionNote", text(now.extensionNote()),
                "target", text(now.target()),
                "womenPercent", text(now.womenPercent()));
    }

    private static String text(@Nullable Object value) {
        return value instanceof LocalDate day
                ? Rome.written(day)
                : value == null ? "" : value.toString();
    }

    public Terms.Area area(Actor by, String code, String body) {
        return terms.areas(coordinated(by, code).id()).stream()
                .filter(area -> area.code().equals(body))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    public void setPlaces(Actor by, Instant at, String code, String body, Terms.Places places) {
        Terms.Area area = area(by, code, body);
        UUID programme = coordinated(by, code).id();
        if (!terms.set(programme, area.organisationId(), places)) {
            throw new StaleVersion(
                    new Terms.Places(area.target(), area.womenPlaces(), area.version()).typed());
        }
        trail.changed(by, "SET_PLACES", "programme", programme, List.of(), at);
    }

    private Programmes.Card coordinated(Actor by, String code) {
        Programmes.Card card = programmes.card(code).orElseThrow(NotVisible::new);
        if (!keeps(by, card.id())) {
            throw new NotVisible();
        }
        return card;
    }

    public record Sheet(Programmes.Card programme, Terms.Agreed agreed, List<Terms.Area> areas) {}
}
