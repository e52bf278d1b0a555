package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.SheetService;
import it.percorsi.agenda.Timetable;
import it.percorsi.site.PrintedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The agenda's papers as files: they print alike on every machine, whatever fonts it has. */
@Controller
class PaperController {

    private final AgendaService agenda;
    private final SheetService sheets;
    private final Timetable services;
    private final SlipWords slips;
    private final PrintedFile files;

    PaperController(
            AgendaService agenda,
            SheetService sheets,
            Timetable services,
            SlipWords slips,
            PrintedFile files) {
        this.agenda = agenda;
        this.sheets = sheets;
        this.services = services;
        this.slips = slips;
        this.files = files;
    }

    @GetMapping("/appointments/{id}/slip.pdf")
    ResponseEntity<byte[]> slip(@PathVariable UUID id, Actor actor, Instant now) {
        Map<String, Object> words = new HashMap<>(slips.of(agenda.look(actor, now, id)));
        words.put("picture", CodeSquare.of(id).picture());
        return files.download("foglietto", "agenda/slip-file", words);
    }

    @GetMapping("/agenda/day.pdf")
    ResponseEntity<byte[]> day(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID body,
            Actor actor,
            Instant now) {
        String name =
                services.bookables().stream()
                        .filter(each -> each.organisationId().equals(body))
                        .findFirst()
                        .orElseThrow(NotVisible::new)
                        .organisationName();
        return files.download(
                "elenco-" + day,
                "agenda/day-file",
                Map.of("day", day, "bodyName", name, "list", sheets.day(actor, now, body, day)));
    }
}
