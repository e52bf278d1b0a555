package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import it.percorsi.pathway.Rome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** A story told at the pages by one account after the other, in words that are on them. */
abstract class StoryCase extends JourneyCase {

    protected Page page;
    protected boolean script;
    private final Map<String, Map<String, Object>> was = new HashMap<>();

    @Override
    protected Page browse(boolean script, int width) {
        Page page = super.browse(script, width);
        page.onConsoleMessage(message -> {
            // A refusal is an answer: only what the page itself could not do is a fault.
            if (message.type().equals("error")
                    && !message.text().contains("responded with a status of 4")) {
                faults.add(page.url() + " " + message.text());
            }
        });
        return page;
    }

    protected void enter(String username, int width) {
        leave();
        page = login(browse(script, width), username);
    }

    /** Looks at the page as axe does, and at whether it fits. */
    protected void look(String what) {
        String file =
                "%s-%s-%d.png"
                        .formatted(what, script ? "script" : "plain", page.viewportSize().width);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", file))
                        .setFullPage(true));
        if (!script) {
            return;
        }
        Accessibility.violations(page)
                .forEach(v ->
                        faults.add(
                                what
                                        + " "
                                        + v.getId()
                                        + " "
                                        + v.getNodes().getFirst().getTarget()));
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) over).intValue() > 0) {
            faults.add(what + " is " + over + " px too wide");
        }
    }

    protected void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.locator("main:not([aria-busy])").waitFor();
    }

    protected void disclose(String summary) {
        page.locator("summary")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^" + summary + "$")))
                .click();
    }

    protected void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        page.locator("main:not([aria-busy])").waitFor();
    }

    protected void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    protected void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new SelectOption().setLabel(option));
    }

    protected void reads(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("main").innerText()).contains(text);
        }
    }

    protected void person(String name) {
        page.navigate(address() + "/desk");
        page.getByLabel("Cognome, nome, data di nascita, telefono o codice").fill(name);
        press("Cerca");
        follow(name);
    }

    /** As a day is typed. */
    protected static String inDays(int days) {
        return LocalDate.now(Rome.ZONE)
                .plusDays(days)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    /** The coordinators of the demo answer for it and make it run, until the story is told. */
    protected void runs(String programme) {
        was.put(
                programme,
                TRUTH.queryForMap(
                        "select runs_from, runs_until, extended_until, extension_note from programme where code = ?",
                        programme));
        TRUTH.update(
                """
                insert into programme_body (programme_id, organisation_id, role, ordinal, enrols)
                select p.id, o.id, 'COORDINATION', 99, false from programme p, organisation o
                where p.code = ? and o.code = 'coordinamento-teams'\
                """,
                programme);
        enter("coordinamento", 1280);
        page.navigate(address() + "/programmes/" + programme);
        follow("Durata, posti e obiettivi");
        if (was.get(programme).get("runs_from") == null) {
            fill("Primo giorno", "1/1/2020");
        }
        if (was.get(programme).get("runs_until") != null) {
            fill("Prorogato fino al", "31/12/2099");
            fill("Perché è prorogato", "racconto");
        }
        press("Salva durata e obiettivi");
        reads("Salvato.");
    }

    /** By who coordinates the programme. */
    protected void hasPlaces(String programme, String body, int places) {
        enter("coordinamento", 1280);
        page.navigate(address() + "/programmes/" + programme + "/terms");
        follow("Posti: " + body);
        fill("Posti in tutto", String.valueOf(places));
        press("Salva i posti");
        reads("Salvato.");
    }

    @AfterEach
    void runsNoMore() {
        was.forEach((programme, dates) -> {
            TRUTH.update(
                    "update programme set runs_from = ?, extended_until = ?, extension_note = ? where code = ?",
                    dates.get("runs_from"),
                    dates.get("extended_until"),
                    dates.get("extension_note"),
                    programme);
            TRUTH.update(
                    "delete from programme_body where ordinal = 99 and programme_id = (select id from programme where code = ?)",
                    programme);
        });
    }

    /** At the desk: who nobody knows, born on 12/3/1990. */
    protected void opensAFile(
            String name, String citizenship, String phone, String gender, String municipality) {
        page.navigate(address() + "/desk");
        page.getByLabel("Cognome, nome, data di nascita, telefono o codice")
                .fill(name + " 12/3/1990");
        press("Cerca");
        choose("Cittadinanza", citizenship);
        fill("Telefono", phone);
        page.locator("#noticeLanguage").selectOption("it");
        disclose("Altri dati, se ci sono già");
        choose("Genere sul documento", gender);
        choose("Comune di residenza", municipality);
        press("Apri il fascicolo");
        reads("Fascicolo aperto");
    }

    /** From the person's page. */
    protected void hasAPermit() {
        follow("Dati");
        look("data");
        choose("Tipo", "Motivi familiari");
        fill("Scade il", inDays(365));
        press("Registra il permesso");
    }

    /** From the person's page. */
    protected void isReferredTo(String panel, String why) {
        follow("Segnala");
        look("referral-new");
        choose("A quale commissione", panel);
        page.getByLabel("lavoro", new Page.GetByLabelOptions().setExact(true)).check();
        fill("Perché segnali questa persona", why);
        press("Invia la segnalazione");
        look("referral");
        reads("Inviata. La segreteria", panel);
    }

    /** A panel with a quorum of two, set up by who coordinates the programme. */
    protected void isSetUp(String programme, String kind, String panel, String body) {
        page.navigate(address() + "/programmes");
        follow(programme);
        follow("Chi decide nel progetto");
        choose("Tipo", kind);
        fill("Nome", panel);
        choose("Ente che la tiene", body);
        fill("Numero legale", "2");
        press("Configura");
        reads("Salvato.", panel);
    }

    /** Somebody sits in the panel from yesterday on. */
    protected void sits(String panel, String name, String body, String seat) {
        page.navigate(address() + "/panels");
        follow(panel);
        fill("Nome e cognome", name);
        fill("Ente o servizio", body);
        choose("Ruolo", seat);
        page.getByLabel("Dal giorno", new Page.GetByLabelOptions().setExact(true)).fill(inDays(-1));
        press("Aggiungi alla composizione");
        reads("Salvato.", name);
    }

    /** The address of the new sitting, three days from now. */
    protected String convenes(String panel) {
        page.navigate(address() + "/sittings");
        look("sittings");
        choose("Commissione", panel);
        fill("Giorno", inDays(3));
        fill("Ora", "10.00");
        fill("Luogo", "Sala riunioni");
        press("Convoca la seduta");
        return page.url();
    }

    protected void isExamined(String name) {
        page.navigate(address() + "/referrals");
        follow(name);
        press("Prendi in esame");
    }

    protected void isBroughtBefore(String sitting, String name) {
        page.navigate(address() + "/referrals");
        follow(name);
        page.getByLabel("Seduta", new Page.GetByLabelOptions().setExact(true))
                .selectOption(sitting.substring(sitting.lastIndexOf('/') + 1));
        press("Metti all'ordine del giorno");
        reads("all'ordine del giorno");
    }

    protected void allArePresentAt(String sitting) {
        page.navigate(sitting);
        page.locator("input[name=present]").all().forEach(Locator::check);
        press("Apri la seduta con i presenti");
        reads("Presenti: ");
    }

    protected void isDecided(String name, String decision, String why) {
        page.locator("nav.queue a").filter(new Locator.FilterOptions().setHasText(name)).click();
        page.locator("main:not([aria-busy])").waitFor();
        page.locator("#caso").getByText(name).first().waitFor();
        page.getByLabel(decision, new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Motivazione scritta").fill(why);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Registra la decisione.*")))
                .click();
        page.getByText("Decisione registrata.").first().waitFor();
    }

    /** From the page of the case. */
    protected void takesInCare() {
        follow("Prendi in carico con un'équipe");
        page.locator("#tasks").fill("");
        press("Prendi in carico");
        reads("in carico", "referente del caso");
    }

    /** From the person's page to the signature: one objective, one support of 36 hours. */
    protected void agreesOnAPlan(String words, String instrument, String provider, String payer) {
        follow("Piano");
        follow("Scrivi il piano");
        look("plan-new");
        fill("Con le parole della persona", words);
        press("Crea il piano");
        fill("Obiettivo", "Trovare un lavoro");
        fill("Risultato atteso", "Un contratto entro sei mesi");
        choose("Chi", "La persona");
        fill("Che cosa farà", "Prepara il curriculum");
        choose("Strumento", instrument);
        fill("Ore", "36");
        choose("Chi lo dà", provider);
        choose("Chi paga", payer);
        press("Aggiungi l'obiettivo");
        reads(words, instrument);
        look("plan-draft");
        disclose("Spiegato alla persona");
        press("Segna come spiegato alla persona");
        reads("proposto alla persona");
        follow("Stampa il piano da firmare");
        look("plan-paper");
        reads("Ho capito questo piano");
        follow("Torna al piano");
        disclose("Firmato");
        press("Firmato da tutti: attiva il piano");
        reads("attivo", "36 h");
    }

    /** From 9 in the morning. */
    protected void isGiven(int daysAgo, int minutes) {
        fill("Giorno", inDays(-daysAgo));
        fill("Ora di inizio", "9.00");
        fill("Durata in minuti", String.valueOf(minutes));
        fill("Argomento", "Preparazione del curriculum");
        press("Fatto: registra e scala le ore");
    }
}
