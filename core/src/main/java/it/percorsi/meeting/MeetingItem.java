package it.percorsi.meeting;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case to be discussed in a meeting, and what was said. */
@Entity
@Table(name = "meeting_item")
public class MeetingItem {

    @Id private UUID id;

    @Column(name = "meeting_id", updatable = false)
    private UUID meetingId;

    @Column(name = "case_file_id", updatable = false)
    private UUID caseFileId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private int place;

    private String words;

    @Column(name = "discussed_at")
    private @Nullable Instant discussedAt;

    @Version private int version;

    protected MeetingItem() {}

    MeetingItem(TeamMeeting meeting, Meetings.Candidate of, int place) {
        this.id = Ids.next();
        this.meetingId = meeting.id();
        this.caseFileId = of.caseFileId();
        this.personId = of.personId();
        this.place = place;
        this.words = "";
    }

    void discuss(String said, Instant at) {
        words = said;
        discussedAt = at;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID personId() {
        return personId;
    }
}
