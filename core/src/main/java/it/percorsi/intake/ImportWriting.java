package it.percorsi.intake;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.person.PersonService.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing a whole list in one transaction, and taking it back for a day. */
@Service
@Transactional
public class ImportWriting {

    /** Said only of a code that the list and somebody's file share: it reveals that file. */
    public static final String CODE_IN_USE = "intake.code-in-use";

    private static final String CHANGED = "intake.changed-since";
    private static final int BATCH = 250;
    private static final Duration UNDO = Duration.ofHours(24);

    private final IntakeService intake;
    private final Imports imports;
    private final ImportSteps steps;
    private final RowReading reading;
    private final CaseFileService files;
    private final AccessTrail trail;

    ImportWriting(
            IntakeService intake,
            Imports imports,
            ImportSteps steps,
            RowReading reading,
            CaseFileService files,
            AccessTrail trail) {
        this.intake = intake;
        this.imports = imports;
        this.steps = steps;
        this.reading = reading;
        this.files = files;
        this.trail = trail;
    }

    /**
     * Closes the list to changes; {@link #write} comes after this transaction.
     *
     * @throws MoveRefused if a row is wrong or undecided
     */
    public void begin(Actor by, Instant at, UUID id, int version) {
        intake.change(id, version, by);
        if (!imports.counts(id, by).ready()) {
            throw new MoveRefused(List.of("intake.not-ready"));
        }
        steps.begin(id, at);
        trail.changed(by, "WRITE", "import", id, List.of(), at);
    }

    /**
     * Opens a file for every row, or none.
     *
     * @throws MoveRefused if somebody in the list has become known since it was checked
     */
    public void write(Actor by, Instant at, UUID id) {
        ImportList list = intake.find(id, by);
        if (list.status() != ImportStatus.WRITING || !steps.claim(id)) {
            return;
        }
        imports.compare(id, null, by);
        if (!imports.counts(id, by).ready()) {
            throw new MoveRefused(List.of(CHANGED));
        }
        RowReading.Reader reader =
                reading.reader(by, at, list.noticeVersion(), list.noticeLanguage());
        int done = 0;
        List<ImportRow> rows = imports.toWrite(id, 0, BATCH, by);
        while (!rows.isEmpty()) {
            List<UUID> people = files.openAll(by, at, id, registrations(list, reader, rows));
            steps.created(id, rows.stream().map(ImportRow::line).toList(), people);
            done += rows.size();
            steps.progress(id, done);
            rows = imports.toWrite(id, rows.getLast().line(), BATCH, by);
        }
        steps.written(id, at, at.plus(UNDO));
    }

    private static List<Registration> registrations(
            ImportList list, RowReading.Reader reader, List<ImportRow> rows) {
        List<Registration> registrations = new ArrayList<>();
        for (ImportRow row : rows) {
            Registration known =
                    reader.read(list.typed(row.cells()), row.decision() == Decision.NEW)
                            .registration();
            if (known == null) {
                throw new MoveRefused(List.of(CHANGED));
            }
            registrations.add(known);
        }
        return registrations;
    }

    /**
     * The list could not be written, and nothing of it was.
     *
     * @param why key of a message
     */
    public void failed(Actor by, Instant at, UUID id, String why) {
        intake.find(id, by);
        steps.backToReady(id, why);
        trail.changed(by, "WRITE_FAILED", "import", id, List.of(), at);
        if (why.equals(CHANGED)) {
            imports.compare(id, null, by);
        }
        if (why.equals(CODE_IN_USE)) {
            trail.changed(by, "REVEAL", "import", id, List.of(), at);
        }
    }

    /** Whose files somebody has worked on since: they would stay. */
    public List<ImportSteps.Touched> touched(Actor by, Instant at, UUID id) {
        intake.find(id, by);
        List<ImportSteps.Touched> touched = steps.touched(id, by);
        trail.listed(
                by,
                "import-touched",
                touched.stream().map(ImportSteps.Touched::personId).toList(),
                at);
        return touched;
    }

    /**
     * Takes back every file that nobody has worked on, as if it had never been opened; the trail
     * stays.
     *
     * @return how many
     */
    public int undo(Actor by, Instant at, UUID id) {
        ImportList list = intake.inStatus(id, by, EnumSet.of(ImportStatus.WRITTEN));
        if (!list.undoable(at)) {
            throw new MoveRefused(List.of("intake.undo-too-late"));
        }
        List<UUID> gone = steps.undo(id);
        trail.changed(by, "UNDO_IMPORT", "import", id, gone, at);
        return gone.size();
    }
}
