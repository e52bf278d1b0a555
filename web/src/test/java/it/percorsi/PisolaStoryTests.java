package it.percorsi;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pi.So.La.: Italian or foreign, in the care of the municipality, until one needs it no more. */
class PisolaStoryTests extends StoryCase {

    @BeforeEach
    void itRuns() {
        runs("PISOLA");
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @CsvSource({
        "true, 1280, Bianchi Nora, Haxhi Elda, 1",
        "false, 1280, Galli Marta, Duka Zana, 2"
    })
    void anItalianAndAForeignerAreTakenInCareAndLeaveAssistance(
            boolean withScript, int width, String italian, String foreigner, int times) {
        script = withScript;
        enter("sociale.pistoia", width);
        opensAFile(italian, "Italia", "333 000 96%d1".formatted(times + 6), "donna", "Pistoia");
        isNotYetInCare();
        isInCare(italian);
        isEnrolled("non serve, per cittadinanza (Italia)");
        leavesAssistance(italian);

        opensAFile(foreigner, "Albania", "333 000 96%d2".formatted(times + 6), "donna", "Pistoia");
        isNotYetInCare();
        isInCare(foreigner);
        follow("Riepilogo");
        follow("Progetti");
        follow("Requisiti per PISOLA");
        reads("Nessun permesso di soggiorno registrato", "Prima di iscriverla manca un dato");
        person(foreigner);
        hasAPermit();
        isEnrolled("Permesso");
        leavesAssistance(foreigner);
    }

    private void isNotYetInCare() {
        follow("Riepilogo");
        follow("Progetti");
        follow("Requisiti per PISOLA");
        reads("Residenza: Pistoia.", "Qui non risulta in carico ai servizi sociali");
    }

    private void isInCare(String name) {
        person(name);
        follow("Équipe");
        follow("Prendi in carico con un'équipe");
        fill("Motivo della decisione", "Seguita dal servizio sociale da due anni.");
        page.locator("#tasks").fill("");
        press("Prendi in carico");
        reads("in carico", "interna all'ente");
    }

    private void isEnrolled(String permit) {
        follow("Riepilogo");
        follow("Progetti");
        follow("Requisiti per PISOLA");
        reads("In carico a Comune di Pistoia", permit);
        press("Iscrivi a PISOLA");
        reads("PISOLA: iscrizione attiva");
    }

    private void leavesAssistance(String name) {
        agreesOnAPlan(
                "Vorrei farcela da sola.",
                "Accompagnamento al lavoro",
                "Comune di Pistoia",
                "Bilancio comunale");
        follow("Équipe");
        follow("Chiudi il caso");
        reads("Adesso il caso non si può chiudere");
        look("pisola-obstacles");
        follow("Piano");
        press("Concludi il piano");
        reads("concluso");
        person(name);
        follow("Progetti");
        press("Segna il percorso come completato");
        reads("PISOLA: percorso completato");
        follow("Équipe");
        follow("Chiudi il caso");
        choose("Esito", "ha trovato lavoro");
        page.getByLabel("La persona esce dall'assistenza").check();
        fill("Come è andata", "Assunta a tempo indeterminato.");
        fill("Verifica finale", "Obiettivo raggiunto, detto con lei.");
        press("Chiudi il caso");
        reads("ha trovato lavoro, con uscita dall'assistenza");
        look("pisola-closed");
    }
}
