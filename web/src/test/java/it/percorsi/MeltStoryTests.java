package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * MeLT: sent to the operating unit, which has one place for the area of Prato; who waits for it
 * enters when it is free, and has 36 hours.
 */
class MeltStoryTests extends StoryCase {

    @BeforeEach
    void oneIsThePlaceOfPrato() {
        runs("MELT");
        account("segreteria.melt", "Irma Unità", "provincia-prato", "PANEL_SECRETARY");
        hasPlaces("MELT", "Comune di Prato", taken() + 1);
    }

    private int taken() {
        return count(
                """
                enrolment e join programme p on p.id = e.programme_id
                join organisation o on o.id = e.organisation_id
                where p.code = 'MELT' and o.code = 'comune-prato' and e.status in ('ACTIVE', 'COMPLETED')\
                """);
    }

    @AfterEach
    void thePlacesOfTheDocument() {
        hasPlaces("MELT", "Comune di Prato", 200);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @CsvSource({"true, Kola, Toska, 1", "false, Marku, Vata, 2"})
    void whoWaitsEntersWhenAPlaceIsFreeAndHasThirtySixHours(
            boolean withScript, String first, String second, int times) {
        script = withScript;
        String unit = "Unità operativa MeLT " + times;
        String entering = first + " Besa";
        String waiting = second + " Liri";

        isComposed(unit);
        areReferred(unit, entering, waiting, times);
        String sitting = convened(unit, entering, waiting);
        isDecided(entering, "Accolta", "Il percorso risponde al bisogno.");
        isDecided(waiting, "Messa in lista d'attesa", "Il posto dell'area è di un'altra persona.");
        closes(sitting);
        enters(entering);
        leavesFreeingThePlace(unit, entering, waiting);
        enters(waiting);
        receivesItsHours(waiting, times);
        isOver(waiting);
    }

    private void isComposed(String unit) {
        enter("coordinamento", 1280);
        isSetUp("MELT", "unità operativa", unit, "Provincia di Prato");
        enter("segreteria.melt", 1280);
        sits(unit, "Irma Unità", "Provincia di Prato", "coordina");
        sits(unit, "Ugo Sociali", "Comune di Prato", "servizi sociali");
    }

    private void areReferred(String unit, String entering, String waiting, int times) {
        enter("sociale.prato", 1280);
        opensAFile(entering, "Albania", "333 000 96%d1".formatted(times), "donna", "Prato");
        hasAPermit();
        isReferredTo(unit, "Cerca lavoro da un anno.");
        opensAFile(waiting, "Albania", "333 000 96%d2".formatted(times), "donna", "Prato");
        hasAPermit();
        isReferredTo(unit, "Cerca lavoro da due anni.");
    }

    private String convened(String unit, String... names) {
        enter("segreteria.melt", 1280);
        String sitting = convenes(unit);
        for (String name : names) {
            isExamined(name);
            isBroughtBefore(sitting, name);
        }
        allArePresentAt(sitting);
        look("melt-sitting");
        return sitting;
    }

    private void closes(String sitting) {
        page.navigate(sitting);
        press("Chiudi la seduta e numera il verbale");
        reads("Verbale n.");
    }

    private void enters(String name) {
        enter("sociale.prato", 1280);
        person(name);
        follow("Progetti");
        follow("Requisiti per MELT");
        reads("Segnalazione accolta da Unità operativa MeLT");
        press("Iscrivi a MELT");
        reads("MELT: iscrizione attiva");
        look("melt-enrolled");
    }

    private void leavesFreeingThePlace(String unit, String entering, String waiting) {
        enter("segreteria.melt", 1280);
        String sitting = convenes(unit);
        isBroughtBefore(sitting, waiting);
        page.navigate(sitting);
        reads("Accolte da iscrivere: 0.");
        assertThat(freeInPrato()).isEqualTo("0");

        enter("sociale.prato", 1280);
        person(entering);
        follow("Progetti");
        disclose("Registra l'uscita dal progetto");
        page.getByLabel("Perché esce prima della fine?").fill("Ha trovato lavoro da sola.");
        press("Registra l'uscita dal progetto");
        reads("MELT: uscita dal progetto");

        enter("segreteria.melt", 1280);
        allArePresentAt(sitting);
        assertThat(freeInPrato()).isEqualTo("1");
        isDecided(waiting, "Accolta", "Il posto si è liberato.");
        closes(sitting);
        reads(waiting + ": accolta");
    }

    private String freeInPrato() {
        page.getByText("Posti occupati").click();
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("Comune di Prato"))
                .locator("td[data-label=Liberi]")
                .innerText();
    }

    private void receivesItsHours(String name, int times) {
        person(name);
        follow("Équipe");
        takesInCare();
        agreesOnAPlan(
                "Vorrei lavorare vicino a casa.",
                "Orientamento al lavoro e al territorio",
                "Comune di Prato",
                "FEI 2013, Azione 2");
        reads("Monte ore nel progetto MELT");
        int from = times * 10;
        isGiven(from, 600);
        isGiven(from + 1, 600);
        isGiven(from + 2, 600);
        isGiven(from + 3, 360);
        reads("Restano\n0 h");
        isGiven(from + 4, 60);
        reads("supererebbe il monte ore", "Preparazione del curriculum");
    }

    private void isOver(String name) {
        person(name);
        follow("Progetti");
        press("Segna il percorso come completato");
        reads("MELT: percorso completato");
        enter("coordinamento", 320);
        page.navigate(address() + "/programmes/MELT");
        assertThat(page.getByLabel(taken() + " donne, Comune di Prato").count()).isOne();
        look("melt-reached");
    }
}
