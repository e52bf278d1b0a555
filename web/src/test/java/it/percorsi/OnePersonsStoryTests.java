package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import it.percorsi.pathway.Rome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the front desk of Prato to the coordinator's export, through the pages, with five accounts.
 */
class OnePersonsStoryTests extends RunningApplication {

    private static Browser browser;

    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;
    private Page page;
    private boolean script;

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    @AfterEach
    void nothingWentWrongOnTheWay() {
        context.close();
        assertThat(faults).isEmpty();
    }

    private void enter(String username, int width) {
        if (context != null) {
            context.close();
        }
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(script)
                                .setViewportSize(width, 900)
                                .setLocale("it-IT"));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            // A refusal is an answer: only what the page itself could not do is a fault.
            if (message.type().equals("error")
                    && !message.text().contains("responded with a status of 4")) {
                faults.add(page.url() + " " + message.text());
            }
        });
        page.onResponse(this::noServerError);
        page.navigate(address() + "/login");
        page.getByLabel("Nome utente").fill(username);
        page.getByLabel("Password").fill("percorsi");
        press("Entra");
    }

    private void noServerError(Response response) {
        if (response.status() >= 500) {
            faults.add(response.status() + " " + response.url());
        }
    }

    /** Looks at the page as axe does, and at whether it fits. */
    private void look(String what) {
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
        AxeResults results = new AxeBuilder(page).analyze();
        results.getViolations()
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

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.locator("main:not([aria-busy])").waitFor();
    }

    private void disclose(String summary) {
        page.locator("summary")
                .filter(
                        new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText(Pattern.compile("^" + summary + "$")))
                .click();
    }

    private void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        page.locator("main:not([aria-busy])").waitFor();
    }

    private void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }

    private void reads(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("main").innerText()).contains(text);
        }
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 1280, Gjini", "false, 1280, Dedja", "true, 320, Leka"})
    void isToldFromTheDeskToTheExport(boolean withScript, int width, String familyName)
            throws Exception {
        script = withScript;
        String name = familyName + " Drita";

        opensAFileAndBooks(familyName, name, width);
        enrols(width, name);
        sendsAReferral(width, familyName, name);
        sitsAndDecides(width, name);
        takesInCareAndPlans(width, familyName, name);
        deliversAndIsRefusedTheThirtySeventhHour(width, name);
        countsAndExports(width, familyName);
    }

    private void opensAFileAndBooks(String familyName, String name, int width) {
        enter("sportello.prato", width);
        look("desk");
        page.getByLabel("Cognome, nome, data di nascita, telefono o codice")
                .fill(familyName + " Drita 12/3/1990");
        press("Cerca");
        look("search");
        assertThat(
                        page.getByLabel("Cognome", new Page.GetByLabelOptions().setExact(true))
                                .inputValue())
                .isEqualTo(familyName);
        assertThat(
                        page.getByLabel(
                                        "Data di nascita",
                                        new Page.GetByLabelOptions().setExact(true))
                                .inputValue())
                .isEqualTo("12/03/1990");
        choose("Cittadinanza", "Albania");
        String phone = "333 000 4%03d".formatted(familyName.hashCode() & 511);
        fill("Telefono", phone);
        press("Apri il fascicolo");
        look("file-without-notice");
        reads("Scegli in quale lingua hai consegnato l'informativa");
        choose("Informativa consegnata in", "Albanese (traduzione da verificare)");
        page.locator("details summary").first().click();
        choose("Genere sul documento", "donna");
        press("Apri il fascicolo");
        look("person");
        reads("Fascicolo aperto", "+39 " + phone, "parla albanese");
        follow("Prenota");
        look("booking");
        choose("Servizio", "Prato: Colloquio di orientamento al lavoro");
        press("Mostra i posti liberi");
        look("slots");
        reads("Con mediazione in albanese");
        page.locator("input[name=slot]").first().check();
        choose("Motivo", "lavoro");
        press("Prenota il posto scelto");
        look("appointment");
        reads("Prenotato", name, "Mediazione albanese");
        follow("Stampa il foglietto");
        look("slip");
        reads("Porta questo foglietto");
    }

    private void enrols(int width, String name) {
        person(name);
        follow("Dati");
        look("data");
        choose("Tipo", "Motivi familiari");
        fill(
                "Scade il",
                LocalDate.now(Rome.ZONE)
                        .plusYears(1)
                        .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        press("Registra il permesso");
        follow("Progetti");
        look("eligibility");
        reads("Può essere iscritta");
        press("Iscrivi a TEAMS");
        look("enrolled");
        reads("TEAMS: iscrizione attiva");
        follow("Requisiti per SIIL");
        look("eligibility-open");
        reads("Perché va bene lo stesso", "regola non verificata: avvisa soltanto");
        page.navigate(address() + "/rules/TEAMS");
        look("rules");
        reads("Non ha ancora compiuto 66 anni");
    }

    private void person(String name) {
        page.navigate(address() + "/desk");
        page.getByLabel("Cognome, nome, data di nascita, telefono o codice").fill(name);
        press("Cerca");
        follow(name);
    }

    private void sendsAReferral(int width, String familyName, String name) {
        enter("sociale.prato", width);
        person(name);
        follow("Segnala");
        look("referral-new");
        page.getByLabel("lavoro", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("casa", new Page.GetByLabelOptions().setExact(true)).check();
        fill(
                "Perché segnali questa persona",
                "Cerca lavoro da un anno e ha perso la casa. Chiede un percorso di orientamento.");
        press("Invia la segnalazione");
        look("referral");
        reads("Inviata. La segreteria", "30 giorni");
    }

    private void sitsAndDecides(int width, String name) {
        enter("commissione.prato", width);
        look("sittings");
        fill(
                "Giorno",
                LocalDate.now(Rome.ZONE)
                        .plusDays(3)
                        .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        fill("Ora", "10.00");
        fill("Luogo", "Sala della Commissione");
        press("Convoca la seduta");
        String sitting = page.url();
        page.navigate(address() + "/referrals");
        look("referrals");
        follow(name);
        press("Prendi in esame");
        page.getByLabel("Seduta", new Page.GetByLabelOptions().setExact(true))
                .selectOption(sitting.substring(sitting.lastIndexOf('/') + 1));
        press("Metti all'ordine del giorno");
        page.navigate(sitting);
        look("sitting-planned");
        page.locator("input[name=present]").nth(0).check();
        press("Apri la seduta con i presenti");
        reads("Manca il numero legale");
        page.navigate(sitting);
        page.locator("input[name=present]").nth(0).check();
        page.locator("input[name=present]").nth(1).check();
        press("Apri la seduta con i presenti");
        look("sitting-open");
        page.getByLabel("Accolta", new Page.GetByLabelOptions().setExact(true)).check();
        press("Registra la decisione sul caso 1");
        look("sitting-without-reason");
        reads("Questo campo va riempito");
        page.getByLabel("Motivazione scritta")
                .fill("Bisogni di lavoro e casa collegati: serve un'équipe con il CPI.");
        press("Registra la decisione sul caso 1");
        press("Chiudi la seduta e numera il verbale");
        look("minutes");
        reads("Verbale n.", name + ": accolta", "serve un'équipe con il CPI");
    }

    private void takesInCareAndPlans(int width, String familyName, String name) {
        enter("sociale.prato", width);
        page.navigate(address() + "/referrals");
        follow(name);
        look("outcome");
        reads("Esito: accolta");
        person(name);
        follow("Équipe");
        follow("Prendi in carico con un'équipe");
        look("care");
        page.locator("label.choice")
                .filter(
                        new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText(Pattern.compile("Centro per l'impiego di Prato")))
                .first()
                .locator("input")
                .check();
        press("Prendi in carico");
        look("case");
        reads("in carico", "tra enti", "referente del caso");
        follow("Diario");
        fill("Nuova nota", "Colloquio con la signora.\nProssimo incontro lunedì.");
        press("Aggiungi la nota");
        look("diary");
        reads("Nota salvata", "Prossimo incontro lunedì.");
        follow("Piano");
        follow("Scrivi il piano");
        look("plan-new");
        fill("Con le parole della persona", "Vorrei un lavoro e una casa mia.");
        press("Crea il piano");
        fill("Obiettivo", "Trovare un lavoro");
        fill("Risultato atteso", "Un contratto entro sei mesi");
        fill("Chi", "La persona");
        fill("Che cosa farà", "Prepara il curriculum");
        choose("Strumento", "Orientamento al lavoro e al territorio");
        fill("Ore", "36");
        choose("Chi lo dà", "Centro per l'impiego di Prato");
        choose("Chi paga", "FAMI 2014-2020");
        press("Aggiungi l'obiettivo");
        look("plan-draft");
        disclose("Spiegato alla persona");
        press("Segna come spiegato alla persona");
        follow("Stampa il piano da firmare");
        look("plan-paper");
        reads("Ho capito questo piano", "Plani individual");
        follow("Torna al piano");
        disclose("Firmato");
        press("Firmato da tutti: attiva il piano");
        reads("attivo", "36 h");
    }

    private void deliversAndIsRefusedTheThirtySeventhHour(int width, String name) {
        enter("cpi.prato", width);
        look("cases");
        page.navigate(address() + "/cases/requests");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accetta"))
                .last()
                .click();
        page.navigate(address() + "/cases");
        follow(name);
        follow("Diario");
        assertThat(page.locator("main").innerText())
                .as("the CPI reads no social note")
                .doesNotContain("Prossimo incontro lunedì");
        follow("Piano");
        deliver(name, 1, 600);
        reads("10 h");
        deliver(name, 2, 600);
        deliver(name, 3, 600);
        deliver(name, 4, 360);
        look("plan-full");
        reads("Restano\n0 h");
        deliver(name, 5, 60);
        look("plan-refused");
        reads("supererebbe il monte ore", "Preparazione del curriculum");
    }

    /** Nobody gives two hours at once: each story has days of its own. */
    private void deliver(String name, int daysAgo, int minutes) {
        fill(
                "Giorno",
                LocalDate.now(Rome.ZONE)
                        .minusDays(
                                daysAgo
                                        + 5
                                                * List.of(
                                                                "Gjini Drita",
                                                                "Dedja Drita",
                                                                "Leka Drita")
                                                        .indexOf(name))
                        .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        fill("Ora di inizio", "9.00");
        fill("Durata in minuti", String.valueOf(minutes));
        fill("Argomento", "Preparazione del curriculum");
        press("Fatto: registra e scala le ore");
    }

    private void countsAndExports(int width, String familyName) throws Exception {
        enter("coordinamento", width);
        follow("TEAMS");
        look("programme");
        reads("su 400", "187.310,16 euro");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("persone in tutto, Comune di Prato")))
                .click();
        look("beneficiaries");
        reads(familyName);
        follow("Torna all'andamento");
        Download csv = page.waitForDownload(() -> follow("Beneficiari in CSV"));
        assertThat(Files.readString(csv.path()))
                .startsWith("\ufeffCognome;Nome")
                .contains(
                        familyName
                                + ";Drita;12/03/1990;donna;AL;Comune di Prato;iscrizione attiva");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin, /administration",
                "dpo, /trail",
                "mediazione.prato, /agenda",
                "commissario.prato, /sittings",
                "cpi.prato, /agenda",
                "sociale.prato, /agenda",
                "sportello.lucca, /desks"
            })
    void everyRoleFindsItsFirstPageInOrder(String roleAndPage) {
        script = true;
        for (int width : List.of(1280, 320)) {
            enter(roleAndPage.split(", ")[0], width);
            page.navigate(address() + roleAndPage.split(", ")[1]);
            look(roleAndPage.replaceAll("\\W+", "-"));
        }
    }
}
