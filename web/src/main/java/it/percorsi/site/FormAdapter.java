package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.Drafts;
import it.percorsi.access.FormSubmissions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.WebUtils;

/**
 * Runs each POST of an operator in one transaction together with the claim of its form key. A form
 * sent twice leads twice to the same page and counts once; the same key with other words is
 * refused. What was kept of the form while it was typed is forgotten with it.
 */
class FormAdapter extends RequestMappingHandlerAdapter {

    static final String KEY = "formKey";

    private final CurrentActor current;
    private final FormSubmissions submissions;
    private final Drafts drafts;
    private final PlatformTransactionManager transactions;

    FormAdapter(
            CurrentActor current,
            FormSubmissions submissions,
            Drafts drafts,
            PlatformTransactionManager transactions) {
        this.current = current;
        this.submissions = submissions;
        this.drafts = drafts;
        this.transactions = transactions;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
            throws Exception {
        Optional<Actor> actor = current.current();
        if (!request.getMethod().equals("POST") || actor.isEmpty()) {
            return super.invokeHandlerMethod(request, response, method);
        }
        UUID key = key(request);
        byte[] hash = hash(request);
        return SecondLook.at(() -> once(request, response, method, actor.get(), key, hash));
    }

    private @Nullable ModelAndView once(
            HttpServletRequest request,
            HttpServletResponse response,
            HandlerMethod method,
            Actor actor,
            UUID key,
            byte[] hash)
            throws Exception {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            submissions.claim(key, actor, request.getRequestURI(), hash);
            ModelAndView answer = super.invokeHandlerMethod(request, response, method);
            String view = answer == null ? null : answer.getViewName();
            if (view != null && view.startsWith("redirect:")) {
                submissions.conclude(key, view);
                String draft = request.getParameter(DraftController.FORM);
                if (draft != null && !request.getRequestURI().startsWith("/drafts")) {
                    drafts.discard(draft, actor);
                }
            } else {
                submissions.abandon(key);
            }
            transactions.commit(status);
            return answer;
        } catch (FormSubmissions.AlreadySent twice) {
            transactions.rollback(status);
            return replay(key, actor, request.getRequestURI(), hash);
        } catch (Exception | Error refused) {
            if (!status.isCompleted()) {
                transactions.rollback(status);
            }
            throw refused;
        }
    }

    private ModelAndView replay(UUID key, Actor actor, String path, byte[] hash) {
        return submissions
                .sent(key, actor)
                .filter(sent -> sent.path().equals(path) && Arrays.equals(sent.bodyHash(), hash))
                .map(sent -> new ModelAndView(sent.location()))
                .orElseThrow(Refusals.FormUsedOtherwise::new);
    }

    private static UUID key(HttpServletRequest request) {
        try {
            return UUID.fromString(request.getParameter(KEY));
        } catch (IllegalArgumentException | NullPointerException missing) {
            throw new Refusals.FormKeyMissing();
        }
    }

    /** Of what was typed and of the files that were sent with it. */
    private static byte[] hash(HttpServletRequest request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            MultipartRequest files = WebUtils.getNativeRequest(request, MultipartRequest.class);
            for (MultipartFile file :
                    files == null ? List.<MultipartFile>of() : files.getFileMap().values()) {
                digest.update(file.getBytes());
            }
            new TreeMap<>(request.getParameterMap())
                    .forEach((name, values) -> {
                        if (!name.equals("_csrf")) {
                            digest.update(
                                    (name + Arrays.toString(values))
                                            .getBytes(StandardCharsets.UTF_8));
                        }
                    });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
