package it.percorsi.programme;

import static it.percorsi.programme.Judgement.met;
import static it.percorsi.programme.Judgement.missing;
import static it.percorsi.programme.Judgement.notMet;
import static it.percorsi.programme.Judgement.toAsk;

import it.percorsi.network.Network.Choice;
import it.percorsi.network.Network.Country;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a rule asks of a person: each kind with its own terms, and its own way to be answered. */
public sealed interface Condition
        permits Age,
                PermitToStay,
                WorkRight,
                Condition.ThirdCountryNational,
                Condition.ForeignNational,
                Condition.Residence,
                Condition.InCare,
                Condition.PanelDecision,
                Condition.Need {

    /** The kinds, as the schema names them. */
    enum Kind {
        AGE,
        THIRD_COUNTRY_NATIONAL,
        FOREIGN_NATIONAL,
        PERMIT,
        WORK_RIGHT,
        RESIDENCE,
        IN_CARE,
        PANEL_DECISION,
        NEED
    }

    Kind kind();

    Judgement judge(Facts facts, LocalDate on);

    /** The condition itself, in sentences. */
    default List<Sentence> words() {
        return List.of(Sentence.of("eligibility.rule." + kind().name()));
    }

    /** Citizen of no state of the Union that day; the stateless are in, an unknown one is not. */
    record ThirdCountryNational() implements Condition {

        @Override
        public Kind kind() {
            return Kind.THIRD_COUNTRY_NATIONAL;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            List<Country> known = facts.knownCitizenships();
            if (known.isEmpty()) {
                return missing("citizenship.unknown");
            }
            return known.stream()
                    .filter(country -> country.inTheUnion(on))
                    .min(Comparator.comparing(country -> !country.code().equals("IT")))
                    .map(member ->
                            member.code().equals("IT")
                                    ? notMet("citizenship.italian")
                                    : notMet(
                                            "citizenship.union",
                                            member.name(),
                                            String.valueOf(
                                                    Objects.requireNonNull(member.euFrom())
                                                            .getYear())))
                    .orElseGet(() -> met("citizenship.third-country", known.getFirst().name()));
        }
    }

    /** Citizen of any state but Italy. */
    record ForeignNational() implements Condition {

        @Override
        public Kind kind() {
            return Kind.FOREIGN_NATIONAL;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            List<Country> known = facts.knownCitizenships();
            if (known.isEmpty()) {
                return missing("citizenship.unknown");
            }
            return known.stream().anyMatch(country -> country.code().equals("IT"))
                    ? notMet("citizenship.italian-foreign")
                    : met("citizenship.foreign", known.getFirst().name());
        }
    }

    /** Resident in one of some municipalities, as the file says. */
    record Residence(List<Choice> municipalities) implements Condition {

        @Override
        public Kind kind() {
            return Kind.RESIDENCE;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            if (!facts.contactsOpen()) {
                return toAsk("residence.unseen", names(municipalities));
            }
            PersonFile.Contact contact = facts.file().contact();
            if (contact == null || contact.municipality() == null) {
                return missing("residence.missing");
            }
            String town = Objects.requireNonNullElse(contact.municipalityName(), "");
            return municipalities.stream()
                            .anyMatch(one -> one.code().equals(contact.municipality()))
                    ? met("residence.inside", town)
                    : notMet("residence.outside", town, names(municipalities));
        }

        @Override
        public List<Sentence> words() {
            return List.of(Sentence.of("eligibility.rule.RESIDENCE", names(municipalities)));
        }
    }

    /** In the care of municipal social services, here or, who knows, outside this network. */
    record InCare() implements Condition {

        @Override
        public Kind kind() {
            return Kind.IN_CARE;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            Circumstances.Care care = facts.circumstances().care();
            return care == null
                    ? toAsk("care.unknown")
                    : met("care.known", care.organisationName(), Rome.written(care.since()));
        }
    }

    /** Accepted by a panel of one of the programme's bodies. */
    record PanelDecision() implements Condition {

        @Override
        public Kind kind() {
            return Kind.PANEL_DECISION;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            Circumstances.Decision decision = facts.circumstances().decision();
            if (decision == null) {
                return toAsk("panel.unknown");
            }
            String day = Rome.written(decision.decidedOn());
            return switch (decision.status()) {
                case "ACCEPTED" -> met("panel.accepted", decision.panelName(), day);
                case "REJECTED" -> notMet("panel.rejected", decision.panelName(), day);
                default -> toAsk("panel.pending", decision.panelName(), day);
            };
        }
    }

    /**
     * Something the interview brings out and nobody can read in a file.
     *
     * @param wording what must be so, in the programme's words
     */
    record Need(String wording) implements Condition {

        @Override
        public Kind kind() {
            return Kind.NEED;
        }

        @Override
        public Judgement judge(Facts facts, LocalDate on) {
            Boolean stated = facts.needStated();
            if (stated == null) {
                return toAsk("need.unsaid", wording);
            }
            return stated ? met("need.stated", wording) : notMet("need.missing", wording);
        }

        @Override
        public List<Sentence> words() {
            return List.of(Sentence.of("eligibility.rule.NEED", wording));
        }
    }

    static String names(List<Choice> choices) {
        return choices.stream().map(Choice::name).collect(Collectors.joining(", "));
    }
}
