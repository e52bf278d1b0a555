package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what is being typed in a form, and forgets it. */
@Controller
@RequestMapping("/drafts")
class DraftController {

    static final String FORM = "draftForm";
    static final String PAGE = "draftPage";

    /** The role the page was opened in: what is typed in it is never kept under another. */
    static final String FOR = "draftFor";

    static final String WAITING = "draftWaiting";

    private final Drafts drafts;
    private final Times times;

    DraftController(Drafts drafts, Times times) {
        this.drafts = drafts;
        this.times = times;
    }

    /** While one types: says when it was kept. */
    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> keep(
            @RequestParam(FORM) String form, HttpServletRequest request, Actor actor, Instant now) {
        keep(form, request, actor, now, drafts);
        return ResponseEntity.ok(times.hour(now));
    }

    /** By its button, without script: back to the page, with what was typed in its place. */
    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String keep(
            @RequestParam(FORM) String form,
            @RequestParam(PAGE) String page,
            HttpServletRequest request,
            Actor actor,
            Instant now) {
        keep(form, request, actor, now, drafts);
        String there = local(page);
        return "redirect:" + there + (there.contains("?") ? "&" : "?") + DraftFilter.RESUMED;
    }

    private static void keep(
            String form, HttpServletRequest request, Actor actor, Instant now, Drafts drafts) {
        String opened = request.getParameter(FOR);
        if (opened != null && !opened.equals(actor.membershipId().toString())) {
            throw new OtherRole();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!Typed.NOT_TYPED.contains(name)) {
                        fields.put(name, List.of(values));
                    }
                });
        drafts.keep(actor, local(form), fields, now);
    }

    @PostMapping("/discard")
    String discard(@RequestParam(FORM) String form, @RequestParam(PAGE) String page, Actor actor) {
        drafts.discard(form, actor);
        return "redirect:" + local(page);
    }

    /** A path of this site, with one question at most: nobody is sent elsewhere. */
    private static String local(String path) {
        return path.matches("(/[A-Za-z0-9-]+)+(\\?[a-z]+=[A-Za-z0-9-]+)?") ? path : "/";
    }

    @ExceptionHandler
    ResponseEntity<String> otherRole(OtherRole other) {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .contentType(MediaType.TEXT_PLAIN)
                .body("la pagina era aperta con un altro incarico");
    }

    @ExceptionHandler
    ResponseEntity<String> tooLong(Drafts.TooLong much) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .contentType(MediaType.TEXT_PLAIN)
                .body("troppo lungo per una bozza");
    }

    /** Somebody changed role in another window since the page was opened. */
    private static final class OtherRole extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OtherRole() {
            super("another role than the page's");
        }
    }
}
