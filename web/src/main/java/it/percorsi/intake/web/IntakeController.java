package it.percorsi.intake.web;

import it.percorsi.access.Actor;
import it.percorsi.intake.Column;
import it.percorsi.intake.Correction;
import it.percorsi.intake.Decision;
import it.percorsi.intake.ImportList;
import it.percorsi.intake.ImportWriting;
import it.percorsi.intake.IntakeService;
import it.percorsi.network.Notices;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A list from elsewhere: sent, matched, put right, written, taken back. */
@Controller
@RequestMapping("/imports")
class IntakeController {

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final IntakeService intake;
    private final ImportWriting writing;
    private final BackgroundWriting background;
    private final AnnotatedSheet annotated;
    private final Words words;
    private final Notices notices;

    IntakeController(
            IntakeService intake,
            ImportWriting writing,
            BackgroundWriting background,
            AnnotatedSheet annotated,
            Words words,
            Notices notices) {
        this.intake = intake;
        this.writing = writing;
        this.background = background;
        this.annotated = annotated;
        this.words = words;
        this.notices = notices;
    }

    @GetMapping
    String lists(Actor actor, Instant now, Model model) {
        model.addAttribute("lists", intake.latest(actor));
        model.addAttribute("notices", notices.inForce(Rome.day(now)));
        return "intake/list";
    }

    @PostMapping
    String receive(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String noticeLanguage,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new RefusedSheet("intake.no-file");
            }
            UUID id =
                    intake.receive(
                            actor,
                            now,
                            name(file),
                            SheetFile.read(file.getBytes()),
                            noticeLanguage);
            boolean matched = Column.missing(intake.find(id, actor).columns()).isEmpty();
            return "redirect:/imports/" + id + (matched ? "" : "/columns");
        } catch (RefusedSheet refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", words.say(refused.key(), refused.arguments()));
            model.addAttribute("noticeLanguage", noticeLanguage);
            return lists(actor, now, model);
        }
    }

    /** For the eye only, and no longer than a line. */
    private static String name(MultipartFile file) {
        String sent =
                String.valueOf(file.getOriginalFilename()).replaceAll("\\p{Cntrl}|.*[/\\\\]", "");
        return sent.substring(0, Math.min(100, sent.length()));
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        IntakeService.Progress progress = intake.progress(actor, now, id);
        ImportList list = progress.list();
        model.addAttribute("list", list);
        model.addAttribute("people", progress.counts().people());
        switch (list.status()) {
            case WRITING -> response.setHeader("Refresh", "2");
            case WRITTEN -> {
                boolean undoable = list.undoable(now);
                model.addAttribute("undoable", undoable);
                model.addAttribute(
                        "touched", undoable ? writing.touched(actor, now, id) : List.of());
            }
            case READY -> {
                IntakeService.Preview preview = intake.look(actor, now, id, after);
                model.addAttribute("preview", preview);
                model.addAttribute("missing", Column.missing(list.columns()));
                model.addAttribute("first", after.isEmpty());
                model.addAttribute(
                        "lines",
                        preview.rows().stream()
                                .map(row -> words.line(list, row, preview.hits(row)))
                                .toList());
            }
            case UNDONE -> {}
        }
        return list.is("READY") ? "intake/preview" : "intake/written";
    }

    @GetMapping("/{id}/columns")
    String columns(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        IntakeService.Preview preview = intake.look(actor, now, id, "");
        model.addAttribute("list", preview.list());
        model.addAttribute("examples", preview.rows().stream().limit(3).toList());
        model.addAttribute("columns", Column.values());
        model.addAttribute("missing", Column.missing(preview.list().columns()));
        return "intake/columns";
    }

    @PostMapping("/{id}/columns")
    String match(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Instant now) {
        List<String> columns =
                form.getOrDefault("column", List.of()).stream()
                        .map(name -> Column.named(name).map(Enum::name).orElse(""))
                        .toList();
        intake.match(actor, now, id, version, columns);
        return "redirect:/imports/" + id;
    }

    /** Cells and decisions of one page; each says by itself of which row it is. */
    @PostMapping("/{id}/rows")
    String correct(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Instant now) {
        Map<Integer, Correction> corrections = new HashMap<>();
        List<String> decided = form.getOrDefault("decided", List.of());
        List<String> decisions = form.getOrDefault("decision", List.of());
        for (int i = 0; i < Math.min(decided.size(), decisions.size()); i++) {
            corrections.put(
                    number(decided.get(i)),
                    new Correction(new HashMap<>(), Decision.named(decisions.get(i)).orElse(null)));
        }
        List<String> places = form.getOrDefault("at", List.of());
        List<String> cells = form.getOrDefault("cell", List.of());
        for (int i = 0; i < Math.min(places.size(), cells.size()); i++) {
            String[] place = places.get(i).split("-", 2);
            Correction row = corrections.get(number(place[0]));
            if (row != null && place.length == 2) {
                row.cells().put(number(place[1]), cells.get(i));
            }
        }
        intake.correct(actor, now, id, version, corrections);
        return "redirect:/imports/" + id + "?corrected";
    }

    private static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }

    @PostMapping("/{id}/omissions")
    String leaveOut(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam int rank,
            Actor actor,
            Instant now) {
        intake.leaveOut(actor, now, id, version, rank);
        return "redirect:/imports/" + id + "?corrected";
    }

    @GetMapping("/{id}/sheet")
    ResponseEntity<byte[]> sheet(@PathVariable UUID id, Actor actor, Instant now)
            throws IOException {
        ImportList list = intake.find(id, actor);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("elenco-da-rivedere-%s.xlsx".formatted(Rome.day(now)))
                                .build()
                                .toString())
                .body(annotated.of(list, intake.rows(actor, now, id)));
    }

    @PostMapping("/{id}/writing")
    String write(@PathVariable UUID id, @RequestParam int version, Actor actor, Instant now) {
        writing.begin(actor, now, id, version);
        background.afterwards(actor, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, Actor actor, Instant now) {
        writing.undo(actor, now, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id, Actor actor, Instant now) {
        intake.discard(actor, now, id);
        return "redirect:/imports?discarded";
    }
}
