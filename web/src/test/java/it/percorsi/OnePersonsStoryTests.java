package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the front desk of Prato to the coordinator's export, through the pages, with five accounts.
 */
class OnePersonsStoryTests extends StoryCase {

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 1280, Gjini", "false, 1280, Dedja", "true, 320, Leka"})
    void isToldFromTheDeskToTheExport(boolean withScript, int width, String familyName)
            throws Exception {
        script = withScript;
        String name = familyName + " Drita";

        opensAFileAndBooks(familyName, name, width);
        enrols(width, name);
        sendsAReferral(width, name);
        sitsAndDecides(width, name);
        takesInCareAndPlans(width, name);
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
        hasAPermit();
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

    private void sendsAReferral(int width, String name) {
        enter("sociale.prato", width);
        person(name);
        isReferredTo(
                "Commissione di Prato",
                "Cerca lavoro da un anno e ha perso la casa. Chiede un percorso di orientamento.");
        reads("30 giorni");
    }

    private void sitsAndDecides(int width, String name) {
        enter("commissione.prato", width);
        String sitting = convenes("Commissione di Prato");
        page.navigate(address() + "/referrals");
        look("referrals");
        isExamined(name);
        isBroughtBefore(sitting, name);
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

    private void takesInCareAndPlans(int width, String name) {
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
                        new Locator.FilterOptions()
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
        agreesOnAPlan(
                "Vorrei un lavoro e una casa mia.",
                "Orientamento al lavoro e al territorio",
                "Centro per l'impiego di Prato",
                "FAMI 2014-2020");
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
        // Nobody gives two hours at once: each story has days of its own.
        int from = 5 * List.of("Gjini Drita", "Dedja Drita", "Leka Drita").indexOf(name);
        isGiven(from + 1, 600);
        reads("10 h");
        isGiven(from + 2, 600);
        isGiven(from + 3, 600);
        isGiven(from + 4, 360);
        look("plan-full");
        reads("Restano\n0 h");
        isGiven(from + 5, 60);
        look("plan-refused");
        reads("supererebbe il monte ore", "Preparazione del curriculum");
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
