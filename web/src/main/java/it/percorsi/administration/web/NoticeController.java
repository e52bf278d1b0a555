package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.NoticeService;
import it.percorsi.network.Network;
import it.percorsi.network.Notices;
import it.percorsi.network.Notices.Notice;
import it.percorsi.pathway.Rome;
import it.percorsi.site.ForEverybody;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The privacy notice: published by administrators, read and printed by everybody. */
@Controller
class NoticeController {

    private final NoticeService publishing;
    private final Notices notices;
    private final Network network;

    NoticeController(NoticeService publishing, Notices notices, Network network) {
        this.publishing = publishing;
        this.notices = notices;
        this.network = network;
    }

    /** In the language asked for, with the Italian beside it: the Italian prevails. */
    @GetMapping("/notices")
    @ForEverybody
    String read(
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "it") String language,
            Instant now,
            Model model) {
        List<Notice> versions =
                version.isEmpty()
                        ? notices.inForce(Rome.day(now))
                        : notices.published().stream()
                                .filter(notice -> notice.version().equals(version))
                                .toList();
        model.addAttribute("notices", versions);
        model.addAttribute("italian", in("it", versions));
        model.addAttribute("notice", in(language, versions));
        return "network/notices";
    }

    private static Notice in(String language, List<Notice> notices) {
        return notices.stream()
                .filter(notice -> notice.language().equals(language))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    @GetMapping("/administration/notices")
    String list(Model model) {
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("published", notices.published());
        model.addAttribute("languages", network.languages());
        if (!model.containsAttribute("noticeForm")) {
            model.addAttribute("noticeForm", new NoticeForm("", "", ""));
        }
        return "access/notices";
    }

    @PostMapping("/administration/notices")
    String publish(
            @ModelAttribute NoticeForm noticeForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate from = noticeForm.check(errors, Rome.day(now));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        publishing.publish(
                actor,
                now,
                noticeForm.noticeTitle().strip(),
                noticeForm.noticeText().strip(),
                Objects.requireNonNull(from));
        return "redirect:/administration/notices?saved";
    }

    @PostMapping("/administration/notices/{version}/translations")
    String translate(
            @PathVariable String version,
            @RequestParam String language,
            @RequestParam String noticeTitle,
            @RequestParam String noticeText,
            @RequestParam(defaultValue = "false") boolean verified,
            Actor actor,
            Instant now) {
        publishing.translate(
                actor, now, version, language, noticeTitle.strip(), noticeText.strip(), verified);
        return "redirect:/administration/notices?saved";
    }
}
