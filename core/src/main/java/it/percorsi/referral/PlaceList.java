package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits for a place of a programme, as a panel decided or who enrols did. */
public interface PlaceList {

    /** Those the viewer may see waiting, by programme and area, first who waits longest. */
    List<Row> rows(Actor viewer);

    /**
     * @param place in the whole list of the area, with whom the viewer does not see
     * @param referralId by which they wait, or null if by their enrolment alone
     * @param organisationName who sent or enrols them
     * @param waiting how many wait there in all
     * @param areaId the body whose places they wait for, or null where nobody could say
     */
    record Row(
            @Nullable UUID referralId,
            UUID personId,
            @Nullable String personName,
            @Nullable String gender,
            LocalDate since,
            int place,
            int waiting,
            @Nullable String status,
            @Nullable String panelName,
            String organisationName,
            UUID programmeId,
            String programmeCode,
            @Nullable UUID areaId,
            @Nullable String areaName) {

        /** Whether a sitting looks at them again, while they keep their place. */
        public boolean backInASitting() {
            return ReferralStatus.SCHEDULED.name().equals(status);
        }
    }
}
