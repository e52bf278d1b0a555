package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.Programmes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeping panels: a coordinator sets them up, the secretary of their body says who sits in them.
 */
@Service
@Transactional
public class PanelService {

    private final Panels panels;
    private final Programmes programmes;
    private final AccessTrail trail;

    PanelService(Panels panels, Programmes programmes, AccessTrail trail) {
        this.panels = panels;
        this.programmes = programmes;
        this.trail = trail;
    }

    public OfProgramme ofProgramme(Actor by, Instant at, String code) {
        Programmes.Card card = coordinated(by, code);
        return new OfProgramme(card, panels.ofProgramme(card.id(), Rome.day(at)));
    }

    /** Sets one up; its members are then appointed by the secretary of its body. */
    public Panel setUp(
            Actor by,
            Instant at,
            String code,
            UUID organisation,
            String name,
            PanelKind kind,
            int quorum,
            boolean votes) {
        Panel panel = new Panel(organisation, name, kind, coordinated(by, code).id(), votes);
        panel.need(quorum, Rome.day(at));
        panels.save(panel);
        trail.changed(by, "SET_UP", "panel", panel.id(), List.of(), at);
        return panel;
    }

    public List<Panels.Row> ofBody(Actor by, Instant at) {
        return panels.ofBody(Rome.day(at), by);
    }

    /** The one panel that fits the actor's body best, if it is only one. */
    public Optional<UUID> usual(Actor by, Instant at) {
        List<UUID> nearest = panels.nearest(Rome.day(at), by);
        return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
    }

    public Composition look(Actor by, Instant at, UUID id) {
        LocalDate today = Rome.day(at);
        kept(by, id);
        return new Composition(
                panels.ofBody(today, by).stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotVisible::new),
                panels.members(id, today),
                panels.quorums(id),
                panels.phrases(id),
                panels.accounts(id, today));
    }

    public void appoint(
            Actor by,
            Instant at,
            UUID id,
            String name,
            String body,
            Seat seat,
            @Nullable UUID account,
            LocalDate from) {
        Panel panel = kept(by, id);
        panel.appoint(name, body, seat, account, from);
        panels.save(panel);
        trail.changed(by, "APPOINT", "panel", id, List.of(), at);
    }

    public void release(Actor by, Instant at, UUID id, UUID member, LocalDate lastDay) {
        Panel panel = kept(by, id);
        panel.release(member, lastDay);
        panels.save(panel);
        trail.changed(by, "RELEASE", "panel", id, List.of(), at);
    }

    public void need(Actor by, Instant at, UUID id, int present, LocalDate from) {
        Panel panel = kept(by, id);
        panel.need(present, from);
        panels.save(panel);
        trail.changed(by, "SET_QUORUM", "panel", id, List.of(), at);
    }

    public void vote(Actor by, Instant at, UUID id, boolean whether) {
        Panel panel = kept(by, id);
        panel.vote(whether);
        panels.save(panel);
        trail.changed(by, "SET_VOTING", "panel", id, List.of(), at);
    }

    public void addPhrase(Actor by, Instant at, UUID id, ReferralMove decision, String text) {
        kept(by, id);
        panels.add(id, decision, text);
        trail.changed(by, "ADD_PHRASE", "panel", id, List.of(), at);
    }

    public void removePhrase(Actor by, Instant at, UUID id, UUID phrase) {
        kept(by, id);
        panels.remove(id, phrase);
        trail.changed(by, "REMOVE_PHRASE", "panel", id, List.of(), at);
    }

    private Programmes.Card coordinated(Actor by, String code) {
        Programmes.Card card = programmes.card(code).orElseThrow(NotVisible::new);
        if (!by.actsAs(Role.COORDINATOR)
                || !programmes.coordinators(card.id()).contains(by.organisationId())) {
            throw new NotVisible();
        }
        return card;
    }

    private Panel kept(Actor by, UUID id) {
        if (!by.actsAs(Role.PANEL_SECRETARY)) {
            throw new NotVisible();
        }
        return panels.own(id, by).orElseThrow(NotVisible::new);
    }

    public record OfProgramme(Programmes.Card programme, List<Panels.Row> panels) {}

    /** A panel as its page shows it. */
    public record Composition(
            Panels.Row panel,
            List<Panels.Seated> members,
            List<Panels.Quorum> quorums,
            List<Panels.Phrase> phrases,
            List<Panels.Account> accounts) {

        public List<Panels.Seated> leaving(LocalDate today) {
            return members.stream().filter(member -> member.mayLeave(today)).toList();
        }
    }
}
