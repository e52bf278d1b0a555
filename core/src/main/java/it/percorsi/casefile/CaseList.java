package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open cases a viewer's body works on: its team's, or those it leads. */
public interface CaseList {

    /**
     * @param after where the page before ended, or null; nothing comes after a case that is not in
     *     the list
     */
    List<Row> page(Filter filter, LocalDate today, @Nullable Mark after, Actor viewer, int most);

    /**
     * @param status or null for all the open ones
     * @param waits what has to wait for somebody, or null for any
     * @param programme code of one the person is enrolled in, or null for any
     */
    record Filter(
            @Nullable CaseFileStatus status,
            @Nullable Waits waits,
            Whose whose,
            @Nullable String programme,
            Order order) {

        /** All of them, as they are when nothing is asked. */
        public static final Filter ALL = new Filter(null, null, Whose.ALL, null, Order.OWN);
    }

    /** What a case waits for. */
    enum Waits {
        /** A step that those of the viewer's role make, whose day has gone by. */
        LATE,
        /** The plan's review, whose day has come. */
        REVIEW,
        /** Somebody who answers for it, after the body was entrusted with it. */
        NO_MANAGER
    }

    /** Whose work it is. */
    enum Whose {
        ALL,
        /** Those the viewer manages. */
        MINE,
        /** Those the viewer's body leads. */
        BODY,
        /** Those in whose team the viewer is. */
        TEAM
    }

    enum Order {
        /** First those the viewer manages, last those of the first level, then by name. */
        OWN,
        NAME,
        /** The last change first, as far as the viewer may read of it. */
        CHANGED,
        /** The nearest day first, of what waits for the viewer's body. */
        DUE
    }

    /**
     * @param onDay the day it stands at, where the list is in order of days
     * @param news whether somebody else wrote something the viewer may read since the viewer last
     *     looked at the person, in the last thirty days
     */
    record Row(
            UUID id,
            UUID personId,
            String personName,
            String status,
            String organisationName,
            Instant openedAt,
            @Nullable String caseManagerName,
            @Nullable String teamKind,
            @Nullable LocalDate suspendedUntil,
            @Nullable LocalDate onDay,
            boolean news) {

        private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

        public boolean toResume(LocalDate today) {
            return suspendedUntil != null && !suspendedUntil.isAfter(today);
        }

        public boolean late(LocalDate today) {
            return onDay != null && onDay.isBefore(today);
        }

        public Mark mark() {
            return new Mark(Optional.ofNullable(onDay).orElse(NO_DAY), id);
        }
    }
}
