package it.percorsi.programme;

import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.Section;
import it.percorsi.network.Network;
import it.percorsi.person.People;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody stands towards a programme: what whoever enrols and whoever decides read. */
@Service
@Transactional
public class EligibilityService {

    private final Programmes programmes;
    private final EligibilityRules rules;
    private final Network network;
    private final People people;
    private final Grants grants;

    EligibilityService(
            Programmes programmes,
            EligibilityRules rules,
            Network network,
            People people,
            Grants grants) {
        this.programmes = programmes;
        this.rules = rules;
        this.network = network;
        this.people = people;
        this.grants = grants;
    }

    /**
     * What a panel knows of somebody it decides on, and how they stand towards its programme. The
     * decision itself is no condition here, and the need is for the panel to judge.
     *
     * <p>Whoever asks writes the look, with the sections of {@link Brief#SECTIONS}.
     *
     * @param programme the panel's, or null
     * @return nothing where the viewer may not see all of it
     */
    public Optional<Brief> brief(Actor by, LocalDate on, UUID person, @Nullable UUID programme) {
        Set<Section> open = grants.sections(person, by);
        if (!open.containsAll(Brief.SECTIONS)) {
            return Optional.empty();
        }
        return people.file(person, by)
                .map(file ->
                        new Brief(
                                file,
                                on,
                                programmes.cards().stream()
                                        .filter(card -> card.id().equals(programme))
                                        .findFirst()
                                        .map(card ->
                                                new Brief.Towards(
                                                        card,
                                                        judge(
                                                                        card,
                                                                        file,
                                                                        null,
                                                                        open.contains(
                                                                                Section.CONTACTS),
                                                                        on,
                                                                        by)
                                                                .without(
                                                                        Condition.Kind
                                                                                .PANEL_DECISION)))
                                        .orElse(null)));
    }

    /**
     * @param needStated whether the interview brought out what the programme is for; null without
     *     an interview
     * @param contactsOpen whether the viewer reads where the person lives
     */
    Eligibility judge(
            Programmes.Card programme,
            PersonFile file,
            @Nullable Boolean needStated,
            boolean contactsOpen,
            LocalDate on,
            Actor viewer) {
        ResidencePermit permit = file.permit();
        Facts facts =
                new Facts(
                        file,
                        permit == null ? null : network.permitKind(permit.kind()).orElse(null),
                        rules.circumstances(file.person().id(), programme.id(), on, viewer),
                        needStated,
                        contactsOpen);
        return Eligibility.judge(rules.of(programme.id()), facts, on);
    }

    /**
     * @param towards how they stand towards the panel's programme, or null if it has none
     */
    public record Brief(PersonFile file, LocalDate on, @Nullable Towards towards) {

        /** What it shows of the person. */
        public static final Set<Section> SECTIONS = Set.of(Section.IDENTITY, Section.STATUS);

        /** How they stand towards a programme. */
        public record Towards(Programmes.Card programme, Eligibility eligibility) {

            public List<Finding> findings() {
                return eligibility.findings();
            }

            /** Whether a verified rule would turn them away, also if the panel accepts them. */
            public boolean turnedAway() {
                return !eligibility.eligible();
            }
        }
    }
}
