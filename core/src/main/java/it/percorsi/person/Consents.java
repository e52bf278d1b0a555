package it.percorsi.person;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people consented to, for those who may see them. */
public interface Consents {

    void save(Consent consent);

    Optional<Consent> visible(UUID id, Actor viewer);

    /** The latest first; withdrawn ones too. */
    List<Row> of(UUID person, Actor viewer);

    record Row(
            UUID id,
            String toName,
            String purpose,
            String noticeVersion,
            String languageName,
            String signature,
            Instant givenAt,
            @Nullable LocalDate validUntil,
            String operatorName,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnByName,
            @Nullable String withdrawalNote) {}
}
