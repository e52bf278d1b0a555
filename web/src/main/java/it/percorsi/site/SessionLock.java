package it.percorsi.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While a session is locked every door leads to the page that asks for the password. Only the
 * numbers on the public display go on: they are nobody's.
 */
class SessionLock extends OncePerRequestFilter {

    static final String UNLOCK = "/unlock";

    /** In the session while it is locked: where its operator was. */
    private static final String BACK = "lockedAt";

    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\w/.-]*(\\?[\\w=&%.+-]*)?");

    static void lock(HttpSession session, String back) {
        session.setAttribute(BACK, LOCAL.matcher(back).matches() ? back : "/");
    }

    /** Where the operator was, or null if nothing is locked. */
    static @Nullable String lockedAt(HttpSession session) {
        return session.getAttribute(BACK) instanceof String back ? back : null;
    }

    static void unlock(HttpSession session) {
        session.removeAttribute(BACK);
    }

    /** What brings somebody back to this page; a form that was sent is not sent again. */
    static String pathOf(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return Door.of(request.getRequestURI()).map(Door::path).orElse("/");
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String path = request.getRequestURI();
        if (session == null
                || lockedAt(session) == null
                || path.equals(UNLOCK)
                || path.equals("/logout")
                || path.equals("/desk/display")
                || SecurityConfiguration.isAsset(path)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(UNLOCK);
        }
    }
}
