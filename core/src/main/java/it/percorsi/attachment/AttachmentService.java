package it.percorsi.attachment;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Step;
import it.percorsi.person.People;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping papers with a person, giving them back, and letting go of the wrong ones. */
@Service
@Transactional
public class AttachmentService {

    private static final Set<Role> WRITERS =
            EnumSet.of(Role.DESK, Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.SPECIALIST);
    private static final List<Section> KEPT =
            List.of(Section.STATUS, Section.LABOUR, Section.SOCIAL, Section.RESERVED);

    private final Attachments attachments;
    private final PersonService people;
    private final People known;
    private final Grants grants;
    private final AccessTrail trail;

    AttachmentService(
            Attachments attachments,
            PersonService people,
            People known,
            Grants grants,
            AccessTrail trail) {
        this.attachments = attachments;
        this.people = people;
        this.known = known;
        this.grants = grants;
        this.trail = trail;
    }

    /** For a page that has written down the look at the person's papers. */
    public Shelf shelf(Actor by, UUID person) {
        known.shown(person, by);
        return new Shelf(
                attachments.ofPerson(person, by), writable(by, person), by.organisationId());
    }

    private static final Set<Section> SENT = EnumSet.of(Section.STATUS, Section.SOCIAL);

    /** Those that may go with a referral: of what it opens, and not withdrawn. */
    public List<Attachments.Row> sendable(Actor by, UUID person) {
        return attachments.ofPerson(person, by).stream()
                .filter(row -> row.there() && SENT.contains(row.section()))
                .toList();
    }

    public Blank blank(Actor by, Instant at, UUID person) {
        List<Section> writable = writable(by, person);
        if (writable.isEmpty()) {
            throw new NotVisible();
        }
        return new Blank(people.look(by, at, person, "attachment-new"), writable);
    }

    /**
     * @throws MoveRefused if the actor could not read it back
     */
    public void attach(Actor by, Instant at, UUID person, Attachments.Paper paper) {
        known.shown(person, by);
        if (!writable(by, person).contains(paper.section())) {
            throw new MoveRefused(List.of("attachment.section-closed"));
        }
        UUID id = Ids.next();
        attachments.add(id, person, paper, by, at);
        record(id, person, paper.section(), AttachmentMove.ATTACH, paper.about(), by, at);
        trail.changed(by, "ADD", "attachment", id, List.of(person), at);
    }

    /** The paper itself: each time leaves its row. */
    public Copy download(Actor by, Instant at, UUID id) {
        Attachments.Row row = attachments.visible(id, by).orElseThrow(NotVisible::new);
        byte[] content = attachments.content(id, by).orElseThrow(NotVisible::new);
        trail.changed(by, "DOWNLOAD", "attachment", id, List.of(row.personId()), at);
        return new Copy(row.fileName(), row.kind().mediaType(), content);
    }

    /**
     * @return whose it was
     */
    public UUID withdraw(Actor by, Instant at, UUID id, String why) {
        Attachments.Row row = attachments.visible(id, by).orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!row.there(), "attachment.withdrawn-already")
                .when(why.isBlank(), "move.reason-missing")
                .when(
                        !row.organisationId().equals(by.organisationId())
                                || !WRITERS.contains(by.role()),
                        "attachment.not-yours")
                .refuse();
        attachments.withdraw(id, why.strip(), by, at);
        record(id, row.personId(), row.section(), AttachmentMove.WITHDRAW, why.strip(), by, at);
        trail.changed(by, "WITHDRAW", "attachment", id, List.of(row.personId()), at);
        return row.personId();
    }

    private void record(
            UUID id,
            UUID person,
            Section section,
            AttachmentMove move,
            String note,
            Actor by,
            Instant at) {
        attachments.record(new Step(id, person, "attachment", section, move, move, by, at, note));
    }

    private List<Section> writable(Actor by, UUID person) {
        Set<Section> open = grants.sections(person, by);
        return WRITERS.contains(by.role())
                ? KEPT.stream().filter(open::contains).toList()
                : List.of();
    }

    /**
     * The papers of a person.
     *
     * @param writable the sections the actor may add to
     */
    public record Shelf(List<Attachments.Row> rows, List<Section> writable, UUID body) {

        /** Whether the actor may let go of it. */
        public boolean mayWithdraw(Attachments.Row row) {
            return row.there()
                    && row.organisationId().equals(body)
                    && writable.contains(row.section());
        }
    }

    public record Blank(PersonFile file, List<Section> writable) {}

    public record Copy(String fileName, String mediaType, byte[] content) {}
}
