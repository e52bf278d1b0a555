package it.percorsi.casefile;

import static it.percorsi.casefile.CaseFileParty.CASE_MANAGER;
import static it.percorsi.casefile.CaseFileParty.CLOSER;
import static it.percorsi.casefile.CaseFileParty.LEAD;
import static it.percorsi.casefile.CaseFileParty.OPENER;
import static it.percorsi.casefile.CaseFileStatus.CLOSED;
import static it.percorsi.casefile.CaseFileStatus.FIRST_LEVEL;
import static it.percorsi.casefile.CaseFileStatus.IN_CARE;
import static it.percorsi.casefile.CaseFileStatus.SUSPENDED;
import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a case file. */
public enum CaseFileMove implements Move<CaseFile, CaseFileStatus> {
    // @formatter:off
    //            from                              to           who           what must already be true
    TAKE_IN_CARE (row(Set.of(FIRST_LEVEL),           IN_CARE,     LEAD,         needs("casefile.entrance-stated", CaseFile::statesItsEntrance),
                                                                                needs("casefile.team-complete", CaseFile::hasTeamWithManager)).withReason()),
    SUSPEND      (row(Set.of(IN_CARE),               SUSPENDED,   CASE_MANAGER, needs("casefile.until-ahead", CaseFile::suspendedUntilLater)).withReason()),
    RESUME       (row(Set.of(SUSPENDED),             IN_CARE,     CASE_MANAGER)),
    CLOSE        (row(Set.of(FIRST_LEVEL, IN_CARE, SUSPENDED),
                                                     CLOSED,      CLOSER,       needs("casefile.no-future-appointment", CaseFile::expectsNobody),
                                                                                needs("casefile.plan-ended", CaseFile::hasNoPlanRunning),
                                                                                needs("casefile.tasks-settled", CaseFile::hasNothingLeftToDo),
                                                                                needs("casefile.transfer-answered", CaseFile::isAskedOfNobody),
                                                                                needs("casefile.sent-answered", CaseFile::waitsForNoAnswer),
                                                                                needs("casefile.review-told", CaseFile::tellsItsReview),
                                                                                needs("casefile.follow-up-ahead", CaseFile::isFollowedUpLater)).withReason()),
    FOLLOW_UP    (row(Set.of(CLOSED),                CLOSED,      OPENER,      needs("casefile.follow-up-of-who-lives", CaseFile::isOfWhoLives),
                                                                                needs("casefile.follow-up-since-closing", CaseFile::isHeardOfSinceItsClosing),
                                                                                needs("casefile.follow-up-told-socially", CaseFile::isToldWhereItIsRead),
                                                                                needs("casefile.follow-up-ahead", CaseFile::isFollowedUpLater))),
    REOPEN       (row(Set.of(CLOSED),                FIRST_LEVEL, OPENER).withReason());
    // @formatter:on

    private final Rule<CaseFile, CaseFileStatus> rule;

    CaseFileMove(Rule<CaseFile, CaseFileStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<CaseFile, CaseFileStatus> rule() {
        return rule;
    }
}
