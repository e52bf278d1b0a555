package it.percorsi.site;

import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Every way a request can be turned down, each with its page. Anything else is a bug. */
@ControllerAdvice
class Refusals {

    @ExceptionHandler({NotVisible.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notThereOrNotForYou() {
        return page("site/not-found", HttpStatus.NOT_FOUND, Map.of());
    }

    @ExceptionHandler
    ModelAndView moveRefused(MoveRefused refused, HttpServletRequest request) {
        return page(
                "site/refused",
                HttpStatus.CONFLICT,
                Map.of("obstacles", refused.obstacles(), "typed", Typed.of(request)));
    }

    @ExceptionHandler
    ModelAndView stale(StaleVersion stale, HttpServletRequest request) {
        List<Typed.Compared> fields = Typed.compare(request, stale.current());
        return page("site/stale", HttpStatus.CONFLICT, Map.of("fields", fields));
    }

    @ExceptionHandler
    ModelAndView sameRowAtOnce(OptimisticLockingFailureException race, HttpServletRequest request) {
        return page(
                "site/stale",
                HttpStatus.CONFLICT,
                Map.of("fields", Typed.compare(request, Map.of())));
    }

    @ExceptionHandler
    ModelAndView withoutKey(FormKeyMissing missing) {
        return page("site/form-used", HttpStatus.BAD_REQUEST, Map.of());
    }

    private static ModelAndView page(String view, HttpStatus status, Map<String, ?> model) {
        return new ModelAndView(view, model, status);
    }

    static final class FormKeyMissing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FormKeyMissing() {
            super("form key missing");
        }
    }
}
