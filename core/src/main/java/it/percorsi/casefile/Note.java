package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note in the timeline, read by those the section is granted to. Corrected by another note. */
@Entity
@Table(name = "note")
public class Note {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Section section;

    private String body;
    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "corrects_id")
    private @Nullable UUID correctsId;

    protected Note() {}

    public Note(UUID personId, Section section, String body, Actor by, Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.section = section;
        this.body = body.strip();
        this.at = at;
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
    }

    /** What should have been written instead of another one, which stays. */
    static Note instead(UUID personId, Diary.Written of, String body, Actor by, Instant at) {
        Note note = new Note(personId, of.section(), body, by, at);
        note.correctsId = of.id();
        return note;
    }

    public UUID id() {
        return id;
    }
}
