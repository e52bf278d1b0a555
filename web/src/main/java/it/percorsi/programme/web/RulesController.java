package it.percorsi.programme.web;

import it.percorsi.programme.ProgrammeService;
import it.percorsi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom each programme is for, in words: public facts, without any person. */
@Controller
@RequestMapping("/rules")
class RulesController {

    private final Programmes programmes;
    private final ProgrammeService service;

    RulesController(Programmes programmes, ProgrammeService service) {
        this.programmes = programmes;
        this.service = service;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("programmes", programmes.cards());
        return "programme/rules-list";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model model) {
        model.addAttribute("sheet", service.rules(code));
        return "programme/rules";
    }
}
