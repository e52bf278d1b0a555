package it.percorsi.programme.web;

import it.percorsi.pathway.Rome;
import it.percorsi.programme.Terms;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a coordinator types about a programme. */
final class TermsForms {

    private static final int MOST = 999_999;

    private TermsForms() {}

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String shown(@Nullable Object value) {
        return value instanceof LocalDate day
                ? Rome.written(day)
                : value == null ? "" : value.toString();
    }

    private static @Nullable Integer optional(
            Reading read, String field, String typed, int least, int most) {
        return typed.isBlank() ? null : read.whole(field, typed, least, most);
    }

    /** The days a programme runs, and its targets. */
    record Agreed(
            String runsFrom,
            String runsUntil,
            String extendedUntil,
            String extensionNote,
            String target,
            String womenPercent) {

        Agreed {
            runsFrom = typed(runsFrom);
            runsUntil = typed(runsUntil);
            extendedUntil = typed(extendedUntil);
            extensionNote = typed(extensionNote);
            target = typed(target);
            womenPercent = typed(womenPercent);
        }

        static Agreed of(Terms.Agreed agreed) {
            return new Agreed(
                    shown(agreed.runsFrom()),
                    shown(agreed.runsUntil()),
                    shown(agreed.extendedUntil()),
                    shown(agreed.extensionNote()),
                    shown(agreed.target()),
                    shown(agreed.womenPercent()));
        }

        Optional<Terms.Agreed> check(Errors errors, LocalDate today, int version) {
            Reading read = new Reading(errors, today);
            LocalDate first = read.optionalDay("runsFrom", runsFrom);
            LocalDate last = read.optionalDay("runsUntil", runsUntil);
            LocalDate extended = read.optionalDay("extendedUntil", extendedUntil);
            String note = read.optional("extensionNote", extensionNote, Reading.TEXT);
            Integer persons = optional(read, "target", target, 1, MOST);
            Integer women = optional(read, "womenPercent", womenPercent, 0, 100);
            if (last != null && (first == null || last.isBefore(first))) {
                errors.rejectValue(
                        first == null ? "runsFrom" : "runsUntil",
                        first == null ? "programme.first-day-missing" : "programme.last-before");
            }
            if (extended != null && (last == null || !extended.isAfter(last))) {
                errors.rejectValue("extendedUntil", "programme.extension-before");
            }
            if (extended == null && extendedUntil.isBlank() && note != null) {
                errors.rejectValue("extendedUntil", "programme.extension-day-missing");
            }
            if (extended != null && note == null) {
                errors.rejectValue("extensionNote", "programme.extension-note-missing");
            }
            return read.failed()
                    ? Optional.empty()
                    : Optional.of(
                            new Terms.Agreed(first, last, extended, note, persons, women, version));
        }
    }

    /** The places of one area. */
    record Places(String places, String womenPlaces) {

        Places {
            places = typed(places);
            womenPlaces = typed(womenPlaces);
        }

        static Places of(Terms.Area area) {
            return new Places(shown(area.target()), shown(area.womenPlaces()));
        }

        Optional<Terms.Places> check(Errors errors, Terms.Area now, int version) {
            Reading read = new Reading(errors, LocalDate.EPOCH);
            Integer total = optional(read, "places", places, 1, MOST);
            Integer women = optional(read, "womenPlaces", womenPlaces, 0, MOST);
            if (women != null && places.isBlank()) {
                errors.rejectValue("places", "programme.places-missing");
            } else if (women != null && total != null && women > total) {
                errors.rejectValue("womenPlaces", "programme.women-within");
            } else if (!read.failed()) {
                enough(errors, "places", total, now.target(), now.total(), "programme.below");
                enough(
                        errors,
                        "womenPlaces",
                        women,
                        now.womenPlaces(),
                        now.women(),
                        "programme.women-below");
                enough(
                        errors,
                        "womenPlaces",
                        total == null || women == null ? null : Integer.valueOf(total - women),
                        now.menPlaces(),
                        now.men(),
                        "programme.men-below");
            }
            return read.failed()
                    ? Optional.empty()
                    : Optional.of(new Terms.Places(total, women, version));
        }

        /** Places are not made fewer than who has one; more of them may still be too few. */
        private static void enough(
                Errors errors,
                String field,
                @Nullable Integer places,
                @Nullable Integer before,
                int taken,
                String message) {
            if (places != null && places < taken && (before == null || places < before)) {
                errors.rejectValue(field, message, new Object[] {taken}, null);
            }
        }
    }
}
