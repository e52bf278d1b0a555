package it.percorsi.casefile;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.person.People;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading the diary of a person, and writing in it. */
@Service
@Transactional
public class DiaryService {

    private static final int PAGE = 50;
    private static final List<Section> WRITTEN =
            List.of(Section.SOCIAL, Section.LABOUR, Section.RESERVED);

    private final Diary diary;
    private final CaseFiles files;
    private final PersonService people;
    private final People known;
    private final Grants grants;
    private final TaskService tasks;
    private final AccessTrail trail;

    DiaryService(
            Diary diary,
            CaseFiles files,
            PersonService people,
            People known,
            Grants grants,
            TaskService tasks,
            AccessTrail trail) {
        this.diary = diary;
        this.files = files;
        this.people = people;
        this.known = known;
        this.grants = grants;
        this.tasks = tasks;
        this.trail = trail;
    }

    public Page read(Actor by, Instant at, UUID person, Diary.Filter filter) {
        PersonFile file = people.look(by, at, person, "diary");
        PageOf<Diary.Entry> page = PageOf.read(PAGE, most -> diary.read(person, by, filter, most));
        return new Page(
                file,
                page.rows(),
                page.next(Diary.Entry::mark),
                openCase(by, person) ? writable(by, person) : List.of());
    }

    /**
     * @param section SOCIAL, LABOUR or RESERVED: who may read it
     * @throws MoveRefused if the actor could not read it back, or no case is open
     */
    public void note(Actor by, Instant at, UUID person, Section section, String body) {
        note(by, at, person, section, body, List.of());
    }

    /**
     * The same with what was decided: the tasks are read by those who read the note, and by whoever
     * has them.
     */
    public void note(
            Actor by,
            Instant at,
            UUID person,
            Section section,
            String body,
            List<TaskLine> decided) {
        known.shown(person, by);
        mayWrite(by, person, section);
        Note note = new Note(person, section, body, by, at);
        files.save(note);
        trail.changed(by, "NOTE", "note", note.id(), List.of(person), at);
        TaskOrigin origin = new TaskOrigin(TaskOrigin.Kind.NOTE, note.id());
        tasks.ask(by, at, person, section, origin, decided);
    }

    /** A note that is about to be corrected. */
    public Correction correctable(Actor by, Instant at, UUID person, UUID note) {
        Diary.Written written = diary.note(person, note, by).orElseThrow(NotVisible::new);
        return new Correction(people.look(by, at, person, "diary"), written);
    }

    /**
     * Writes what should have been written: both stay, and the later one says which it corrects.
     *
     * @throws StaleVersion with the last correction, if somebody corrected it already
     */
    public void correct(Actor by, Instant at, UUID person, UUID note, String body) {
        Diary.Written written = diary.note(person, note, by).orElseThrow(NotVisible::new);
        if (written.correctedBy() != null) {
            throw new StaleVersion(Map.of("body", standing(written, person, by).body()));
        }
        mayWrite(by, person, written.section());
        Note instead = Note.instead(person, written, body, by, at);
        files.save(instead);
        trail.changed(by, "CORRECT", "note", instead.id(), List.of(person), at);
    }

    /** The last of those that correct one another. */
    private Diary.Written standing(Diary.Written written, UUID person, Actor by) {
        Diary.Written last = written;
        while (last.correctedBy() != null) {
            last = diary.note(person, last.correctedBy(), by).orElseThrow(NotVisible::new);
        }
        return last;
    }

    private void mayWrite(Actor by, UUID person, Section section) {
        new Obstacles()
                .when(!writable(by, person).contains(section), "note.section-closed")
                .when(!openCase(by, person), "note.case-closed")
                .refuse();
    }

    private List<Section> writable(Actor by, UUID person) {
        return WRITTEN.stream().filter(grants.sections(person, by)::contains).toList();
    }

    private boolean openCase(Actor by, UUID person) {
        return files.ofPerson(person, by)
                .filter(file -> !file.status().equals(CaseFileStatus.CLOSED.name()))
                .isPresent();
    }

    public record Correction(PersonFile file, Diary.Written note) {}

    /**
     * A page of the diary.
     *
     * @param next where the page after begins, or null on the last one
     * @param writable the sections the actor may write a note in now
     */
    public record Page(
            PersonFile file,
            List<Diary.Entry> entries,
            Diary.@Nullable Mark next,
            List<Section> writable) {

        /** Whether the reader may correct it by another note. */
        public boolean corrects(Diary.Entry entry) {
            return entry.correctable() && writable.contains(Section.valueOf(entry.title()));
        }

        public Map<LocalDate, List<Diary.Entry>> days() {
            Map<LocalDate, List<Diary.Entry>> days = new LinkedHashMap<>();
            entries.forEach(entry ->
                    days.computeIfAbsent(Rome.day(entry.at()), day -> new ArrayList<>())
                            .add(entry));
            return days;
        }
    }
}
