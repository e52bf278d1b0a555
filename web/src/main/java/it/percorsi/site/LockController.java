package it.percorsi.site;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leaving the desk for a moment, and coming back to the same page. */
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
    String lock(
            @RequestParam(defaultValue = "/") String back,
            Actor actor,
            Instant now,
            HttpSession session) {
        SessionLock.lock(session, back);
        trail.changed(actor, "LOCK", "session", actor.operatorId(), List.of(), now);
        return "redirect:" + SessionLock.UNLOCK;
    }

    @GetMapping(SessionLock.UNLOCK)
    @ForEverybody
    String locked(HttpSession session) {
        return SessionLock.lockedAt(session) == null ? "redirect:/" : "site/locked";
    }

    /** As slow for who guesses as the login, and counted with it. */
    @PostMapping(SessionLock.UNLOCK)
    @ForEverybody
    String unlock(
            @RequestParam(defaultValue = "") String password,
            Principal login,
            Actor actor,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String back = SessionLock.lockedAt(request.getSession());
        if (back == null) {
            return "redirect:/";
        }
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(login.getName(), password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            logins.authenticate(attempt);
        } catch (LockedException | BadCredentialsException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(refused instanceof LockedException ? "slow" : "wrong", true);
            return "site/locked";
        }
        SessionLock.unlock(request.getSession());
        trail.changed(actor, "UNLOCK", "session", actor.operatorId(), List.of(), now);
        return "redirect:" + back;
    }
}
