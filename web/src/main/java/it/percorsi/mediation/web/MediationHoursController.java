package it.percorsi.mediation.web;

import it.percorsi.access.Actor;
import it.percorsi.mediation.MediationService;
import it.percorsi.mediation.Mediations;
import it.percorsi.pathway.Rome;
import it.percorsi.site.CsvFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The hours of mediation of a programme, for whoever coordinates it. */
@Controller
@RequestMapping("/programmes/{code}/mediation")
class MediationHoursController {

    private final MediationService mediation;
    private final MessageSource messages;

    MediationHoursController(MediationService mediation, MessageSource messages) {
        this.mediation = mediation;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String code, Actor actor, Instant now, Model model) {
        model.addAttribute("view", mediation.ofProgramme(actor, now, code));
        return "mediation/hours";
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> csv(@PathVariable String code, Actor actor, Instant now) {
        List<Mediations.Sum> sums = mediation.ofProgramme(actor, now, code).sums();
        return CsvFile.attached(
                "mediazione-" + code + "-" + Rome.day(now),
                csv -> {
                    csv.writeRecord(
                            "Mese", "Lingua", "Come", "Modo", "Volte", "Minuti", "In attesa");
                    sums.forEach(sum ->
                            csv.writeRecord(
                                    sum.month().toString().substring(0, 7),
                                    sum.language(),
                                    said("mediation-source." + sum.source()),
                                    said("mediation." + sum.manner()),
                                    String.valueOf(sum.given()),
                                    String.valueOf(sum.minutes()),
                                    String.valueOf(sum.waiting())));
                });
    }

    private String said(String key) {
        return messages.getMessage(key, null, Locale.ITALIAN);
    }
}
