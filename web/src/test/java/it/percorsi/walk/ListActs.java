package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.intake.Correction;
import it.percorsi.intake.Decision;
import it.percorsi.intake.ImportWriting;
import it.percorsi.intake.IntakeService;
import it.percorsi.intake.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lists of people that came from elsewhere: kept, put right, written, taken back. */
final class ListActs {

    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final List<String> HEAD =
            List.of("Cognome", "Nome", "Nato il", "Cittadinanza", "Telefono", "Codice fiscale");
    private static final String READY = "organisation_id = :body and status = 'READY'";

    private final WalkWorld world;
    private final IntakeService intake;
    private final ImportWriting writing;

    ListActs(WalkWorld world) {
        this.world = world;
        intake = world.bean(IntakeService.class);
        writing = world.bean(ImportWriting.class);
    }

    List<Act> all() {
        return List.of(
                act("take in a list", DESK, this::receive),
                act("put a list right", DESK, this::correct),
                act(
                        "leave out what nobody decided",
                        DESK,
                        h -> {
                            UUID list = list(h, READY);
                            intake.leaveOut(h.who, h.at, list, version(h, list), 1 + h.upTo(1));
                        }),
                act(
                        "say what the columns are",
                        DESK,
                        h -> {
                            UUID list = list(h, READY);
                            intake.match(
                                    h.who,
                                    h.at,
                                    list,
                                    version(h, list),
                                    List.of(
                                            "FAMILY_NAME",
                                            "GIVEN_NAME",
                                            "BORN_ON",
                                            "CITIZENSHIP",
                                            h.seldom() ? "FAMILY_NAME" : "PHONE",
                                            h.seldom() ? "" : "FISCAL_CODE"));
                        }),
                act("begin to write a list", DESK, this::begin),
                act("begin to write another list", DESK, this::begin),
                act("write a list", DESK, this::write),
                act("write another list", DESK, this::write),
                act(
                        "look how far a list is",
                        DESK,
                        h -> intake.progress(h.who, h.at, list(h, "organisation_id = :body"))),
                act(
                        "look who of a list was worked on",
                        DESK,
                        h -> writing.touched(h.who, h.at, list(h, "status = 'WRITTEN'"))),
                act(
                        "take a list back",
                        DESK,
                        h ->
                                writing.undo(
                                        h.who,
                                        h.at,
                                        list(
                                                h,
                                                "organisation_id = :body and status = 'WRITTEN' and walked % 3 = 0"))),
                act(
                        "give a list up",
                        DESK,
                        h -> intake.discard(h.who, h.at, list(h, READY + " and walked % 5 = 0"))));
    }

    private static UUID list(Hand h, String which) {
        return h.any("import_list", which);
    }

    private int version(Hand h, UUID list) {
        return world.version(h, "import_list", list);
    }

    /** Some rows cannot be read, some are of people who are known. */
    private void receive(Hand h) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (int line = 2; line < 3 + h.upTo(2); line++) {
            rows.add(
                    new Sheet.Row(
                            line,
                            List.of(
                                    "Elencata" + word(h) + word(h),
                                    "Prova",
                                    h.seldom()
                                            ? "ieri"
                                            : "0%d/02/19%d"
                                                    .formatted(1 + h.upTo(8), 60 + h.upTo(39)),
                                    h.seldom() ? "" : "Albania",
                                    "347%07d".formatted(h.upTo(9_999_999)),
                                    "")));
        }
        intake.receive(h.who, h.at, "elenco.csv", new Sheet(HEAD, rows), "it");
    }

    private static String word(Hand h) {
        return h.one("bru", "za", "mir", "telo", "qua", "fin", "ghe", "sto", "vu", "len");
    }

    private void correct(Hand h) {
        UUID list = list(h, READY);
        intake.correct(
                h.who,
                h.at,
                list,
                version(h, list),
                Map.of(
                        2,
                        new Correction(
                                h.seldom() ? Map.of(2, "01/02/1980") : Map.of(),
                                h.one(Decision.SKIP, Decision.NEW, null))));
    }

    private void begin(Hand h) {
        UUID list =
                list(
                        h,
                        READY
                                + (h.seldom()
                                        ? ""
                                        : " and not exists (select 1 from import_row r where r.list_id = t.id and r.rank < 3)"));
        writing.begin(h.who, h.at, list, version(h, list));
    }

    /** As the page has it done in the background. */
    private void write(Hand h) {
        writing.write(h.who, h.at, list(h, "organisation_id = :body and status = 'WRITING'"));
    }
}
