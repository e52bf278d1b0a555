package it.percorsi.reception.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda.AppointmentRow;
import it.percorsi.agenda.AgendaService;
import it.percorsi.person.Birth;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.site.Beside;
import it.percorsi.site.Spoken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The screen turned to the person: what is known and booked, in Italian and in their language. */
@Controller
class ReadBackController {

    private static final List<String> LABELS =
            List.of(
                    "title",
                    "known",
                    "name",
                    "born",
                    "phone",
                    "language",
                    "booked",
                    "none",
                    "when",
                    "where",
                    "service",
                    "with",
                    "wrong");

    private final PersonService people;
    private final AgendaService agenda;
    private final Beside beside;

    ReadBackController(PersonService people, AgendaService agenda, Beside beside) {
        this.people = people;
        this.agenda = agenda;
        this.beside = beside;
    }

    @GetMapping("/people/{id}/readback")
    String readBack(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        PersonFile file = people.look(actor, now, id, "readback");
        Spoken spoken = Spoken.of(file.person().language());
        Locale theirs = spoken.locale();
        model.addAttribute("id", id);
        model.addAllAttributes(beside.words(spoken, "readback", LABELS));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("known", known(file, theirs)));
        List<AppointmentRow> coming =
                agenda.ofPerson(actor, now, id).stream()
                        .filter(row -> row.coming(now))
                        .sorted(Comparator.comparing(AppointmentRow::starts))
                        .toList();
        if (coming.isEmpty()) {
            parts.add(new Part("booked", List.of()));
        }
        coming.forEach(row -> parts.add(new Part("booked", booked(row, theirs))));
        model.addAttribute("parts", parts);
        return "reception/readback";
    }

    private static List<Line> known(PersonFile file, Locale theirs) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.same("name", file.person().name()));
        lines.add(born(file.person().birth(), theirs));
        PersonFile.Contact contact = file.contact();
        if (contact != null && contact.phone() != null) {
            lines.add(Line.same("phone", contact.phone()));
        }
        lines.add(
                new Line(
                        "language",
                        file.languageName(),
                        Locale.of(file.person().language()).getDisplayLanguage(theirs)));
        return lines;
    }

    /** A day in words cannot be mistaken for another; what is less than a day stays as it is. */
    private static Line born(Birth birth, Locale theirs) {
        if (birth.precision() != Birth.Precision.DAY) {
            return Line.same("born", birth.toString());
        }
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return new Line(
                "born",
                day.withLocale(Locale.ITALIAN).format(birth.on()),
                day.withLocale(theirs).format(birth.on()));
    }

    private static List<Line> booked(AppointmentRow row, Locale theirs) {
        return List.of(
                new Line(
                        "when", moment(row.starts(), Locale.ITALIAN), moment(row.starts(), theirs)),
                Line.same("where", row.deskName()),
                Line.same("service", row.serviceName()),
                Line.same("with", row.operatorName()));
    }

    private static String moment(LocalDateTime at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(at)
                + ", "
                + DateTimeFormatter.ofPattern("H:mm").format(at);
    }

    record Part(String title, List<Line> lines) {}

    /** The same fact for both: names of people, places and services are not translated. */
    record Line(String label, String value, String theirs) {

        static Line same(String label, String value) {
            return new Line(label, value, value);
        }
    }
}
