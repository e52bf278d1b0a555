package it.percorsi.site;

import it.percorsi.access.Drafts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts a draft back in its fields: whatever form it is, the page itself knows nothing of it. */
class DraftFilter extends OncePerRequestFilter {

    static final String RESUMED = "draft";

    private final Drafts drafts;
    private final CurrentActor current;

    DraftFilter(Drafts drafts, CurrentActor current) {
        this.drafts = drafts;
        this.current = current;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || request.getParameter(RESUMED) == null
                || current.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String type = page.getContentType();
        if (page.getStatus() == HttpServletResponse.SC_OK
                && type != null
                && type.startsWith("text/html")) {
            byte[] filled =
                    fill(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
            page.resetBuffer();
            page.getOutputStream().write(filled);
        }
        page.copyBodyToResponse();
    }

    private String fill(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Map<String, Drafts.Draft> kept = drafts.of(current.current().orElseThrow());
        for (Element form : page.select("form:has(input[name=draftForm])")) {
            String of = form.select("input[name=draftForm]").val();
            Drafts.Draft draft = kept.get(of);
            if (draft != null) {
                fill(form, draft.fields());
            }
        }
        return page.outerHtml();
    }

    private static void fill(Element form, Map<String, List<String>> typed) {
        form.parents().select("details").attr("open", "");
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            List<String> values = typed.getOrDefault(field.attr("name"), List.of());
            switch (field.attr("type") + field.tagName()) {
                case "hiddeninput", "fileinput", "passwordinput" -> {}
                case "radioinput", "checkboxinput" ->
                        field.attr("checked", values.contains(field.val()));
                case "textarea" -> field.text(String.join("\n", values));
                case "select" ->
                        field.select("option")
                                .forEach(o -> o.attr("selected", values.contains(o.val())));
                default -> field.val(String.join("", values));
            }
        }
    }
}
