package it.percorsi;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * J5 to J11 with Tab, Enter and Space alone, where script runs and where none does; where it runs,
 * each page on the way is readable and fits at three widths.
 */
class CaseByKeyboardTests extends StoryCase {

    private Keyboard keyboard;

    private void at(String path, String username, boolean withScript) {
        script = withScript;
        enter(username, 1280);
        page.navigate(address() + path);
        keyboard = new Keyboard(page);
    }

    private void write(String field, String text) {
        keyboard.tabTo(page.locator("#" + field));
        keyboard.type(text);
    }

    private void go(AriaRole role, String name, String shown) {
        keyboard.tabTo(
                page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                        .first());
        keyboard.go(() -> keyboard.press("Enter"), page.locator("main").getByText(shown).first());
        page.locator("main:not([aria-busy])").waitFor();
    }

    private void lookAt(String what) {
        if (script) {
            for (int width : List.of(320, 640, 1280)) {
                page.setViewportSize(width, 900);
                look(what);
            }
        }
    }

    private static String word(boolean script) {
        return script ? "a" : "e";
    }

    private static UUID caseOf(UUID person) {
        return TRUTH.queryForObject(
                "select id from case_file where person_id = ?", UUID.class, person);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFirstLevelFileGetsATeamWithTasksAndItsNote(boolean withScript) {
        UUID person =
                open(
                        as("sociale.prato"),
                        "Tastierin" + word(withScript),
                        Map.of("phone", withScript ? "333 000 9521" : "333 000 9522"));
        at("/cases/" + caseOf(person), "sociale.prato", withScript);

        lookAt("keys-case");
        go(AriaRole.LINK, "Prendi in carico con un'équipe", "Referente del caso");
        lookAt("keys-care");
        write("decision", "Casa e lavoro insieme");
        keyboard.tabTo(page.getByLabel("Martina Risaliti"));
        keyboard.press("Space");
        go(AriaRole.BUTTON, "Prendi in carico", "(referente del caso)");
        lookAt("keys-team");
        go(AriaRole.LINK, "Diario", "Nuova nota");
        write("body", "Colloquio sereno.");
        write("tasks", "io: telefonare alla scuola entro domani");
        write("meetOn", inDays(20));
        go(AriaRole.BUTTON, "Aggiungi la nota", "Nota salvata nel diario.");
        lookAt("keys-diary");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPlanIsDrawnFromATemplateChangedExplainedAndPrinted(boolean withScript) {
        UUID person =
                inCare("Pianist" + word(withScript), withScript ? "333 000 9531" : "333 000 9532");
        at("/cases/" + caseOf(person) + "/plan", "sociale.prato", withScript);

        lookAt("keys-plan-new");
        write("personWords", "Vorrei un lavoro al mattino");
        write("reviewOn", inDays(90));
        write("template", "perc");
        write("fundingSource", "f");
        go(AriaRole.BUTTON, "Crea il piano", "in preparazione");
        lookAt("keys-plan");
        go(AriaRole.LINK, "Modifica l'obiettivo 2", "Lavoro: modifica l'obiettivo");
        lookAt("keys-objective");
        write("text", "Prima di tutto: ");
        go(AriaRole.BUTTON, "Salva l'obiettivo", "in preparazione");
        Locator explained =
                page.locator(
                        "summary", new Page.LocatorOptions().setHasText("Spiegato alla persona"));
        keyboard.tabTo(explained);
        keyboard.press("Enter");
        go(AriaRole.BUTTON, "Segna come spiegato alla persona", "proposto alla persona");
        lookAt("keys-proposed");
        go(AriaRole.LINK, "Stampa il piano da firmare", "Versione 1, non ancora firmata");
        lookAt("keys-plan-paper");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasAFileIsReferredAndWhatThePanelAsksIsAnswered(boolean withScript) {
        UUID sent =
                whoCameForWork(
                        "Inoltrat" + word(withScript),
                        withScript ? "333 000 9541" : "333 000 9542");
        String name = "Sentit" + word(withScript);
        isAskedAbout(whoCameForWork(name, withScript ? "333 000 9543" : "333 000 9544"));
        at("/people/" + sent, "sociale.prato", withScript);

        go(AriaRole.LINK, "Segnala", "Che cosa vedrà la commissione");
        lookAt("keys-referral-new");
        write("reason", "Cerca lavoro da un anno.");
        go(AriaRole.BUTTON, "Invia la segnalazione", "Inviata. La segreteria");
        lookAt("keys-referral");
        go(AriaRole.LINK, "Segnalazioni", "quelle che scadono prima");
        go(AriaRole.LINK, name + " Prova", "La commissione chiede");
        lookAt("keys-question");
        write("note", "Da gennaio.");
        go(AriaRole.BUTTON, "Invia la risposta", "Risposta inviata.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void casesAreDecidedOneAfterTheOtherAndTheMinutesAreThere(boolean withScript) {
        UUID sitting =
                opened(
                        "Unità senza mouse " + withScript,
                        "Seriat" + word(withScript),
                        withScript ? "333 000 955" : "333 000 956");
        at("/sittings/" + sitting, SECRETARY, withScript);

        for (int each = 1; each <= 2; each++) {
            lookAt("keys-sitting");
            keyboard.tabTo(page.locator("input[value=ACCEPT]"));
            keyboard.press("Space");
            keyboard.tabTo(page.getByLabel("Motivazione scritta"));
            keyboard.type("Serve una presa in carico comune.");
            go(
                    AriaRole.BUTTON,
                    "Registra la decisione sul caso " + each,
                    "Casi ancora da decidere: " + (2 - each));
        }
        go(AriaRole.BUTTON, "Chiudi la seduta e numera il verbale", "Verbale n. 1");
        lookAt("keys-minutes");
    }
}
