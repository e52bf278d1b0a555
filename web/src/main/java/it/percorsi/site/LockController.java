package it.percorsi.site;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Leaving the desk for a moment, and coming back to the same page. A script that puts the page away
 * and takes it out again says {@code here}: it is told that it was done, and led nowhere.
 */
@Controller
class LockController {

    private final LoginProvider logins;
    private final AccessTrail trail;

    LockController(LoginProvider logins, AccessTrail trail) {
        this.logins = logins;
        this.trail = trail;
    }

    @PostMapping("/lock")
    @ForEverybody
    @Nullable ModelAndView lock(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "false") boolean here,
            Actor actor,
            Instant now,
            HttpSession session,
            HttpServletResponse response) {
        SessionLock.lock(session, back);
        trail.changed(actor, "LOCK", "session", actor.operatorId(), List.of(), now);
        return done(here, SessionLock.UNLOCK, response);
    }

    private static @Nullable ModelAndView done(
            boolean here, String next, HttpServletResponse response) {
        if (here) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return new ModelAndView("redirect:" + next);
    }

    @GetMapping(SessionLock.UNLOCK)
    @ForEverybody
    String locked(HttpSession session) {
        return SessionLock.lockedAt(session) == null ? "redirect:/" : "site/locked";
    }

    /** As slow for who guesses as the login, and counted with it. */
    @PostMapping(SessionLock.UNLOCK)
    @ForEverybody
    @Nullable ModelAndView unlock(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean here,
            Principal login,
            Actor actor,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response) {
        String back = SessionLock.lockedAt(request.getSession());
        if (back == null) {
            return new ModelAndView("redirect:/");
        }
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(login.getName(), password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            logins.authenticate(attempt);
        } catch (LockedException | BadCredentialsException refused) {
            return new ModelAndView(
                    "site/locked",
                    Map.of(refused instanceof LockedException ? "slow" : "wrong", true),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        SessionLock.unlock(request.getSession());
        trail.changed(actor, "UNLOCK", "session", actor.operatorId(), List.of(), now);
        return done(here, back, response);
    }
}
