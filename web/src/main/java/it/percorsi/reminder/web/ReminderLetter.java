package it.percorsi.reminder.web;

import it.percorsi.reminder.OpenSteps;
import it.percorsi.reminder.ReminderService.Digest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mail of a morning in words: numbers and addresses of pages, nothing of anybody. */
@Component
class ReminderLetter {

    private final MessageSource messages;
    private final String address;

    ReminderLetter(
            MessageSource messages,
            @Value("${percorsi.address:}") String address,
            @Value("${server.port:8080}") int port) {
        this.messages = messages;
        // Without an address only the demonstration sends, and it is tried on its own machine.
        this.address = address.isEmpty() ? "http://localhost:" + port : address;
    }

    String subject(List<Digest> digests) {
        return of(
                "reminder.mail.subject",
                digests.stream().mapToInt(Digest::open).sum(),
                digests.stream().mapToInt(Digest::late).sum());
    }

    String body(List<Digest> digests) {
        return of(
                "reminder.mail.body",
                digests.stream().map(this::inOneRole).collect(Collectors.joining("\n")),
                address + "/reminders",
                address + "/account");
    }

    private String inOneRole(Digest digest) {
        return digest.kinds().stream()
                .map(this::ofOneKind)
                .collect(
                        Collectors.joining(
                                "",
                                of(
                                        "reminder.mail.role",
                                        digest.of().organisationName(),
                                        of("role." + digest.of().role()),
                                        digest.open(),
                                        digest.late()),
                                ""));
    }

    private String ofOneKind(OpenSteps.Tally tally) {
        return of(
                "reminder.mail.kind",
                of("reminder.kind." + tally.kind()),
                tally.open(),
                tally.late());
    }

    private String of(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ITALIAN);
    }
}
