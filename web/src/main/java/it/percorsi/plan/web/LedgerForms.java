package it.percorsi.plan.web;

import it.percorsi.plan.Ledger;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is chosen and typed on the page of a programme's hours. */
final class LedgerForms {

    private LedgerForms() {}

    record PassForm(String budget, String hours, String reason) {

        PassForm {
            budget = Objects.requireNonNullElse(budget, "");
            hours = Objects.requireNonNullElse(hours, "");
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    record PeriodForm(String fromDay, String untilDay) {

        PeriodForm {
            fromDay = Objects.requireNonNullElse(fromDay, "");
            untilDay = Objects.requireNonNullElse(untilDay, "");
        }
    }

    record FilterForm(
            String status,
            String instrument,
            String operator,
            String person,
            String fund,
            String month) {

        FilterForm {
            status = Objects.requireNonNullElse(status, "");
            instrument = Objects.requireNonNullElse(instrument, "");
            operator = Objects.requireNonNullElse(operator, "");
            person = Objects.requireNonNullElse(person, "");
            fund = Objects.requireNonNullElse(fund, "");
            month = Objects.requireNonNullElse(month, "");
        }

        /** The same of one person alone. */
        FilterForm of(UUID one) {
            return new FilterForm(status, instrument, operator, one.toString(), fund, month);
        }

        /** The ledger with these filters; of a person there is nothing in it but their key. */
        String place(String code) {
            Map<String, String> chosen = new LinkedHashMap<>();
            chosen.put("status", status);
            chosen.put("instrument", instrument);
            chosen.put("operator", operator);
            chosen.put("person", person);
            chosen.put("fund", fund);
            chosen.put("month", month);
            chosen.values().removeIf(String::isBlank);
            UriComponentsBuilder place = UriComponentsBuilder.fromPath("/programmes/{code}/hours");
            chosen.keySet().forEach(name -> place.queryParam(name, "{" + name + "}"));
            chosen.put("code", code);
            return place.encode().buildAndExpand(chosen).toUriString();
        }

        /** A key that cannot be read is nobody's. */
        Ledger.Filter filter() {
            YearMonth only = month.isBlank() ? null : YearMonth.parse(month);
            return new Ledger.Filter(
                    some(status),
                    some(instrument),
                    operator.isBlank() ? null : uuid(operator),
                    person.isBlank() ? null : uuid(person),
                    some(fund),
                    only == null ? null : only.atDay(1),
                    only == null ? null : only.atEndOfMonth());
        }

        private static UUID uuid(String typed) {
            try {
                return UUID.fromString(typed);
            } catch (IllegalArgumentException unknown) {
                return new UUID(0, 0);
            }
        }

        private static @Nullable String some(String typed) {
            return typed.isBlank() ? null : typed;
        }
    }
}
