package it.percorsi.referral;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.attachment.Attachments;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.EligibilityService;
import it.percorsi.programme.EligibilityService.Brief;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading one case whole: what was sent, what happened since, and who it is about. */
@Service
@Transactional
public class CaseReading {

    private final Referrals referrals;
    private final Attachments attachments;
    private final EligibilityService eligibility;
    private final Operators operators;
    private final AccessTrail trail;

    CaseReading(
            Referrals referrals,
            Attachments attachments,
            EligibilityService eligibility,
            Operators operators,
            AccessTrail trail) {
        this.referrals = referrals;
        this.attachments = attachments;
        this.eligibility = eligibility;
        this.operators = operators;
        this.trail = trail;
    }

    /** A case as a sitting reads it; who it is about only until its minutes are closed. */
    SittingTable.Case read(Actor by, Instant at, Referrals.ReferralRow row, Sitting sitting) {
        Brief brief =
                sitting.status() == SittingStatus.PLANNED || sitting.status() == SittingStatus.OPEN
                        ? brief(by, at, row, sitting.panel())
                        : null;
        looked(by, at, "sitting-case", row, brief);
        return new SittingTable.Case(
                row,
                attachments.sentWith(row.id(), by),
                referrals.steps(row.id(), by),
                brief,
                sitting.status() == SittingStatus.OPEN && row.onTheAgenda()
                        ? operators.namesToFollow(row.organisationId(), by)
                        : List.of());
    }

    /**
     * Who a case is about, and how they stand towards the panel's programme; for the panel only:
     * whoever sent it has the file.
     */
    @Nullable Brief brief(Actor by, Instant at, Referrals.ReferralRow row, Panel panel) {
        if (!by.actsAs(Role.PANEL_SECRETARY) && !by.actsAs(Role.PANEL_MEMBER)) {
            return null;
        }
        return eligibility
                .brief(by, Rome.day(at), row.personId(), panel.programmeId())
                .orElse(null);
    }

    /** Writes down the look, with the sections that are shown. */
    void looked(
            Actor by, Instant at, String page, Referrals.ReferralRow row, @Nullable Brief brief) {
        Set<Section> shown = EnumSet.of(Section.IDENTITY, Section.SOCIAL);
        if (brief != null) {
            shown.addAll(Brief.SECTIONS);
        }
        trail.looked(by, page, row.personId(), shown, at);
    }
}
