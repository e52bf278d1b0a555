package it.percorsi.site;

import it.percorsi.access.Actor;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: login, choice of the role to act in, and each role's first page. */
@Controller
class HomeController {

    private final TrialAccounts trial;
    private final boolean demo;

    HomeController(TrialAccounts trial, Mode mode) {
        this.trial = trial;
        this.demo = mode.demo();
    }

    @GetMapping("/")
    @ForEverybody
    String home(Actor actor) {
        return "redirect:" + Door.menu(actor.role()).getFirst().path();
    }

    @GetMapping("/login")
    @ForEverybody
    String login(Model model) {
        model.addAttribute("demoAccounts", demo ? trial.trialAccounts() : List.of());
        return "site/login";
    }

    @GetMapping("/acting")
    @ForEverybody
    String roles(@RequestAttribute List<Actor> roles, Model model) {
        model.addAttribute("roles", roles);
        return "site/acting";
    }

    @PostMapping("/acting")
    @ForEverybody
    String choose(@RequestParam UUID membership, HttpSession session) {
        session.setAttribute(ActingFilter.MEMBERSHIP, membership);
        return "redirect:/";
    }
}
