package it.percorsi.site;

import it.percorsi.access.NotVisible;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Shows the way out, as if nothing were there, to roles a page is not for. */
class Doorkeeper implements HandlerInterceptor {

    private final CurrentActor current;

    Doorkeeper(CurrentActor current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && !method.hasMethodAnnotation(ForEverybody.class)
                && !method.getBeanType().getName().startsWith("org.springframework.")) {
            boolean open =
                    current.current()
                            .flatMap(actor ->
                                    Door.of(request.getRequestURI())
                                            .filter(door -> door.opensTo(actor.role())))
                            .isPresent();
            if (!open) {
                throw new NotVisible();
            }
        }
        return true;
    }
}
