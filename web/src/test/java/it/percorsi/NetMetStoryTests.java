package it.percorsi;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Net-Met: social services send, the commission evaluates, an individual project is signed. */
class NetMetStoryTests extends StoryCase {

    private static final String PROVINCE = "Provincia di Pistoia";

    @BeforeEach
    void theCommissionHasASecretary() {
        runs("NET-MET");
        account("segreteria.netmet", "Lia Commissione", "provincia-pistoia", "PANEL_SECRETARY");
    }

    @ParameterizedTest(name = "JavaScript {0}, {1} px")
    @CsvSource({"true, 640, Prifti, 333 000 9651", "false, 1280, Bardhi, 333 000 9652"})
    void goesFromTheReferralToTheProjectThatIsSigned(
            boolean withScript, int width, String familyName, String phone) {
        script = withScript;
        String commission = "Commissione Net-Met di " + familyName;
        String name = familyName + " Ardita";

        enter("coordinamento", width);
        isSetUp("NET-MET", "commissione", commission, PROVINCE);
        look("netmet-panels");
        enter("segreteria.netmet", width);
        sits(commission, "Lia Commissione", PROVINCE, "segreteria");
        sits(commission, "Remo Asti", "ASTS", "componente");
        look("netmet-panel");

        enter("sociale.pistoia", width);
        opensAFile(name, "Albania", phone, "donna", "Pistoia");
        isReferredTo(commission, "Vive sola e cerca un lavoro.");
        look("netmet-referral");

        enter("segreteria.netmet", width);
        String sitting = convenes(commission);
        isExamined(name);
        isBroughtBefore(sitting, name);
        allArePresentAt(sitting);
        isDecided(name, "Accolta", "Serve un progetto di accompagnamento.");
        press("Chiudi la seduta e numera il verbale");
        reads("Verbale n. 1", name + ": accolta");

        enter("sociale.pistoia", width);
        page.navigate(address() + "/referrals");
        reads("esito da leggere");
        follow(name);
        reads("Esito: accolta", "Serve un progetto di accompagnamento.");
        press("Ho letto l'esito");
        reads("Esito letto da chi ha segnalato");
        person(name);
        follow("Progetti");
        follow("Requisiti per NET-MET");
        reads("Segnalazione accolta da " + commission);
        follow("Équipe");
        takesInCare();
        agreesOnAPlan(
                "Vorrei un lavoro mio.",
                "Accompagnamento al lavoro",
                PROVINCE,
                "Iniziativa comunitaria EQUAL");
        look("netmet-plan");
    }
}
