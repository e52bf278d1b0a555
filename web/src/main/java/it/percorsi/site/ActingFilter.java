package it.percorsi.site;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.pathway.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at each request which roles the operator still has, and runs the request in the one chosen.
 * A membership that ended a second ago no longer opens anything.
 */
class ActingFilter extends OncePerRequestFilter {

    static final String MEMBERSHIP = "membership";
    static final String ROLES = "roles";

    private final Operators operators;

    ActingFilter(Operators operators) {
        this.operators = operators;
    }

    /** The page of an error is still the operator's. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("request", Ids.next().toString());
        try {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            if (login == null || !(login.getPrincipal() instanceof Account account)) {
                chain.doFilter(request, response);
                return;
            }
            List<Actor> roles = operators.actors(account.operatorId());
            if (roles.isEmpty()) {
                end(request, response);
                return;
            }
            request.setAttribute(ROLES, roles);
            Optional<Actor> chosen = chosen(request.getSession(), roles);
            if (chosen.isPresent()) {
                run(chosen.get(), request, response, chain);
            } else if (request.getRequestURI().equals("/acting") || openToAll(request)) {
                chain.doFilter(request, response);
            } else {
                response.sendRedirect("/acting");
            }
        } finally {
            MDC.remove("request");
        }
    }

    private static boolean openToAll(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/logout")
                || path.equals("/desks")
                || SecurityConfiguration.isAsset(path);
    }

    private static Optional<Actor> chosen(HttpSession session, List<Actor> roles) {
        if (roles.size() == 1) {
            return Optional.of(roles.getFirst());
        }
        return session.getAttribute(MEMBERSHIP) instanceof UUID membership
                ? roles.stream().filter(r -> r.membershipId().equals(membership)).findFirst()
                : Optional.empty();
    }

    private static void run(
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            CurrentActor.as(
                    actor,
                    () -> {
                        chain.doFilter(request, response);
                        return null;
                    });
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static void end(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.getSession().invalidate();
        SecurityContextHolder.clearContext();
        response.sendRedirect("/login?ended");
    }
}
