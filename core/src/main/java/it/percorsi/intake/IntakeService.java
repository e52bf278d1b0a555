package it.percorsi.intake;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.intake.ImportRow.Problem;
import it.percorsi.intake.Imports.ReadRow;
import it.percorsi.intake.RowReading.Reader;
import it.percorsi.network.Notices;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.person.Identifier;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import it.percorsi.person.PersonService.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking in a list, putting it right, giving it up. Writing it is {@link ImportWriting}. */
@Service
@Transactional
public class IntakeService {

    static final int PAGE = 50;

    /** A node that was asked to write a list has begun by then, or never will. */
    private static final Duration BEGUN = Duration.ofSeconds(30);

    private final Imports imports;
    private final ImportSteps steps;
    private final RowReading reading;
    private final People people;
    private final Notices notices;
    private final AccessTrail trail;

    IntakeService(
            Imports imports,
            ImportSteps steps,
            RowReading reading,
            People people,
            Notices notices,
            AccessTrail trail) {
        this.imports = imports;
        this.steps = steps;
        this.reading = reading;
        this.people = people;
        this.notices = notices;
        this.trail = trail;
    }

    /**
     * Keeps a sheet, with its columns matched as last time or as their headings say, and checks it.
     *
     * @throws MoveRefused if the notice was handed over in no known language
     */
    public UUID receive(Actor by, Instant at, String fileName, Sheet sheet, String noticeLanguage) {
        if (by.role() != Role.DESK && by.role() != Role.SOCIAL_WORKER) {
            throw new NotVisible();
        }
        Notices.Notice notice =
                notices.inForce(Rome.day(at)).stream()
                        .filter(n -> n.language().equals(noticeLanguage))
                        .findFirst()
                        .orElseThrow(() -> new MoveRefused(List.of("person.notice-required")));
        UUID id = Ids.next();
        List<String> columns =
                imports.matching(sheet.signature(), by)
                        .orElseGet(() -> Column.guessAll(sheet.headings()));
        imports.save(id, fileName, sheet, columns, notice.version(), noticeLanguage, by, at);
        trail.changed(by, "UPLOAD", "import", id, List.of(), at);
        check(find(id, by), sheet.rows(), by, at);
        return id;
    }

    private void check(ImportList list, List<Sheet.Row> rows, Actor by, Instant at) {
        Reader reader = reading.reader(by, at, list.noticeVersion(), list.noticeLanguage());
        imports.put(
                list.id(),
                rows.stream()
                        .map(row -> read(list, reader, row.line(), row.cells(), null))
                        .toList());
        lookForOthers(list, null, by, at);
    }

    private void lookForOthers(
            ImportList list, @Nullable Collection<Integer> lines, Actor by, Instant at) {
        imports.compare(list.id(), lines, by);
        for (UUID revealed : imports.lookElsewhere(list.id(), lines, by)) {
            trail.changed(by, "REVEAL", "import", list.id(), List.of(revealed), at);
        }
    }

    static ReadRow read(
            ImportList list,
            Reader reader,
            int line,
            List<String> cells,
            @Nullable Decision decision) {
        RowReading.Read read = reader.read(list.typed(cells), decision == Decision.NEW);
        List<String> problems =
                read.wrong().stream()
                        .map(w -> new Problem(list.place(w.column()), w.key(), w.arguments()))
                        .map(Problem::toString)
                        .toList();
        Registration known = read.registration();
        if (known == null) {
            return new ReadRow(line, cells, problems, null, null, null, null, null, null, decision);
        }
        Person.Identity identity = known.identity();
        Identifier code = known.identifier();
        return new ReadRow(
                line,
                cells,
                problems,
                identity.nameKey(),
                identity.searchName(),
                identity.born().on(),
                identity.born().precision().name(),
                known.contact().phone(),
                code == null ? null : code.value(),
                decision);
    }

    public List<ImportList> latest(Actor by) {
        return imports.latest(by);
    }

    public ImportList find(UUID id, Actor by) {
        return imports.find(id, by).orElseThrow(NotVisible::new);
    }

    /** A page of the list, rows with problems first, with the people some may be. */
    public Preview look(Actor by, Instant at, UUID id, String after) {
        ImportList list = find(id, by);
        List<ImportRow> rows = imports.page(id, after, PAGE, by);
        List<UUID> alike = rows.stream().flatMap(row -> row.alike().stream()).distinct().toList();
        List<People.Hit> hits = alike.isEmpty() ? List.of() : people.hits(alike, by);
        trail.listed(by, "import", hits.stream().map(People.Hit::id).toList(), at);
        return new Preview(list, imports.counts(id, by), rows, hits);
    }

    /** How far the writing has come, or what became of it: nobody is shown. */
    public Progress progress(Actor by, Instant at, UUID id) {
        find(id, by);
        steps.resume(id, at.minus(BEGUN));
        return new Progress(find(id, by), imports.counts(id, by));
    }

    /** Every row, for the sheet that goes back to whoever sent it. */
    public List<ImportRow> rows(Actor by, Instant at, UUID id) {
        find(id, by);
        trail.listed(by, "import-sheet", List.of(), at);
        return imports.rows(id, by);
    }

    /** Says what the columns are; the body's next sheet with these headings is matched alike. */
    public void match(Actor by, Instant at, UUID id, int version, List<String> columns) {
        ImportList list = change(id, version, by);
        List<String> named = columns.stream().filter(name -> !name.isEmpty()).toList();
        if (columns.size() != list.headings().size()
                || named.stream().distinct().count() < named.size()) {
            throw new MoveRefused(List.of("intake.column-twice"));
        }
        imports.match(id, list.signature(), columns, by);
        List<Sheet.Row> rows =
                imports.rows(id, by).stream()
                        .map(row -> new Sheet.Row(row.line(), row.cells()))
                        .toList();
        check(find(id, by), rows, by, at);
        trail.changed(by, "MATCH", "import", id, List.of(), at);
    }

    /** Corrects cells and decides about rows; those, and whoever was like them, are read again. */
    public void correct(
            Actor by, Instant at, UUID id, int version, Map<Integer, Correction> corrections) {
        ImportList list = change(id, version, by);
        Reader reader = reading.reader(by, at, list.noticeVersion(), list.noticeLanguage());
        List<ReadRow> read = new ArrayList<>();
        for (ImportRow row : imports.rows(id, by)) {
            Correction correction = corrections.get(row.line());
            if (correction != null && correction.changes(row)) {
                List<String> cells = correction.applied(row.cells());
                read.add(read(list, reader, row.line(), cells, correction.decision()));
            }
        }
        if (!read.isEmpty()) {
            imports.put(id, read);
            List<Integer> lines = read.stream().map(ReadRow::line).toList();
            lookForOthers(list, imports.concerned(id, lines, by), by, at);
            trail.changed(by, "CORRECT", "import", id, List.of(), at);
        }
    }

    /**
     * Leaves out every row that cannot be read, or may be known, and nobody has decided about.
     *
     * @param rank 1 or 2, as in {@link ImportRow}
     */
    public void leaveOut(Actor by, Instant at, UUID id, int version, int rank) {
        change(id, version, by);
        imports.leaveOut(id, rank);
        trail.changed(by, "LEAVE_OUT", "import", id, List.of(), at);
    }

    /** Nothing of the list is kept. */
    public void discard(Actor by, Instant at, UUID id) {
        change(id, find(id, by).version(), by);
        steps.discard(id);
        trail.changed(by, "DISCARD", "import", id, List.of(), at);
    }

    ImportList change(UUID id, int version, Actor by) {
        ImportList list = inStatus(id, by, EnumSet.of(ImportStatus.READY));
        if (!steps.touch(id, version)) {
            throw new StaleVersion(Map.of());
        }
        return list;
    }

    ImportList inStatus(UUID id, Actor by, EnumSet<ImportStatus> statuses) {
        ImportList list = find(id, by);
        if (!statuses.contains(list.status())) {
            throw new MoveRefused(List.of("move.wrong-status"));
        }
        return list;
    }

    /** A list on its way, and how many rows of each kind it has. */
    public record Progress(ImportList list, ImportList.Counts counts) {}

    /** A page of a list. */
    public record Preview(
            ImportList list,
            ImportList.Counts counts,
            List<ImportRow> rows,
            List<People.Hit> hits) {

        /** The mark to go on from, or null on the last page. */
        public @Nullable String next() {
            return rows.size() == PAGE ? rows.getLast().mark() : null;
        }

        public List<People.Hit> hits(ImportRow row) {
            return hits.stream().filter(hit -> row.alike().contains(hit.id())).toList();
        }
    }
}
