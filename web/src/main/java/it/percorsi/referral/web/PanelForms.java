package it.percorsi.referral.web;

import it.percorsi.referral.PanelKind;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.Seat;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is typed about panels. */
final class PanelForms {

    static final List<String> SEATS = names(Seat.values());
    static final List<String> KINDS = names(PanelKind.values());
    static final List<String> DECISIONS =
            names(DecisionForm.DECISIONS.toArray(ReferralMove[]::new));

    private PanelForms() {}

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** A panel being set up. */
    record Panel(
            String panelBody,
            String panelName,
            String kind,
            String quorum,
            @Nullable Boolean votes) {

        Panel {
            panelBody = typed(panelBody);
            panelName = typed(panelName);
            kind = typed(kind);
            quorum = typed(quorum);
        }

        boolean voting() {
            return Boolean.TRUE.equals(votes);
        }

        Optional<Set> check(Errors errors) {
            Reading read = new Reading(errors, LocalDate.EPOCH);
            UUID organisation = read.id("panelBody", panelBody);
            String name = read.required("panelName", panelName, Reading.LINE);
            String which = read.choice("kind", kind, KINDS);
            Integer needed = read.whole("quorum", quorum, 1, 99);
            return read.failed() || organisation == null || needed == null
                    ? Optional.empty()
                    : Optional.of(new Set(organisation, name, PanelKind.valueOf(which), needed));
        }

        record Set(UUID organisation, String name, PanelKind kind, int quorum) {}
    }

    /** Somebody who is to sit in a panel. */
    record Member(String member, String memberBody, String seat, String account, String since) {

        Member {
            member = typed(member);
            memberBody = typed(memberBody);
            seat = typed(seat);
            account = typed(account);
            since = typed(since);
        }

        Optional<Appointed> check(Errors errors, LocalDate today) {
            Reading read = new Reading(errors, today);
            String name = read.required("member", member, Reading.LINE);
            String body = read.required("memberBody", memberBody, Reading.LINE);
            String as = read.choice("seat", seat, SEATS);
            UUID operator = account.isBlank() ? null : read.id("account", account);
            LocalDate from = read.day("since", since);
            return read.failed() || from == null
                    ? Optional.empty()
                    : Optional.of(new Appointed(name, body, Seat.valueOf(as), operator, from));
        }

        record Appointed(
                String name, String body, Seat seat, @Nullable UUID account, LocalDate from) {}
    }

    /** The last day somebody sits. */
    record Departure(String leaving, String lastDay) {

        Departure {
            leaving = typed(leaving);
            lastDay = typed(lastDay);
        }

        Optional<Left> check(Errors errors, LocalDate today) {
            Reading read = new Reading(errors, today);
            UUID member = read.id("leaving", leaving);
            LocalDate day = read.day("lastDay", lastDay);
            return read.failed() || member == null || day == null
                    ? Optional.empty()
                    : Optional.of(new Left(member, day));
        }

        record Left(UUID member, LocalDate lastDay) {}
    }

    /** How many must be there, from a day on. */
    record Quorum(String needed, String neededFrom) {

        Quorum {
            needed = typed(needed);
            neededFrom = typed(neededFrom);
        }

        Optional<From> check(Errors errors, LocalDate today) {
            Reading read = new Reading(errors, today);
            Integer members = read.whole("needed", needed, 1, 99);
            LocalDate from = read.day("neededFrom", neededFrom);
            return read.failed() || members == null || from == null
                    ? Optional.empty()
                    : Optional.of(new From(members, from));
        }

        record From(int members, LocalDate from) {}
    }

    /** A reason the panel often writes. */
    record Phrase(String phraseDecision, String phraseText) {

        Phrase {
            phraseDecision = typed(phraseDecision);
            phraseText = typed(phraseText);
        }

        void check(Errors errors) {
            Reading read = new Reading(errors, LocalDate.EPOCH);
            read.choice("phraseDecision", phraseDecision, DECISIONS);
            read.required("phraseText", phraseText, 1000);
        }
    }
}
