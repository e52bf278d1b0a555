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
import it.percorsi.pathway.Requirement;
import it.percorsi.pathway.Rule;
import java.util.Set;
import java.util.function.Predicate;

/** The pathway of a case file. */
public enum CaseFileMove implements Move<CaseFile, CaseFileStatus> {
    // @formatter:off
    //            from                              to           who           what must already be true
    TAKE_IN_CARE (row(Set.of(FIRST_LEVEL),           IN_CARE,     LEAD,         asks("casefile.entrance-stated", Occasion::statesAnEntrance),
                                                                                needs("casefile.team-complete", CaseFile::hasTeamWithManager)).withReason()),
    SUSPEND      (row(Set.of(IN_CARE),               SUSPENDED,   CASE_MANAGER, asks("casefile.until-ahead", Occasion::restsUntilLater)).withReason()),
    RESUME       (row(Set.of(SUSPENDED),             IN_CARE,     CASE_MANAGER)),
    CLOSE        (row(Set.of(FIRST_LEVEL, IN_CARE, SUSPENDED),
                                                     CLOSED,      CLOSER,       asks("casefile.no-future-appointment", Occasion::expectsNobody),
                                                                                asks("casefile.plan-ended", Occasion::hasNoPlanRunning),
                                                                                asks("casefile.tasks-settled", Occasion::hasNothingLeftToDo),
                                                                                asks("casefile.transfer-answered", Occasion::isAskedOfNobody),
                                                                                asks("casefile.sent-answered", Occasion::waitsForNoAnswer),
                                                                                asks("casefile.review-told", Occasion::tellsItsReview),
                                                                                asks("casefile.follow-up-ahead", Occasion::isFollowedUpLater)).withReason()),
    FOLLOW_UP    (row(Set.of(CLOSED),                CLOSED,      OPENER,      needs("casefile.follow-up-of-who-lives", CaseFile::isOfWhoLives),
                                                                                asks("casefile.follow-up-since-closing", Occasion::isHeardSinceTheClosing),
                                                                                asks("casefile.follow-up-told-socially", Occasion::isToldWhereItIsRead),
                                                                                asks("casefile.follow-up-ahead", Occasion::isFollowedUpLater))),
    REOPEN       (row(Set.of(CLOSED),                FIRST_LEVEL, OPENER).withReason());
    // @formatter:on

    private final Rule<CaseFile, CaseFileStatus> rule;

    CaseFileMove(Rule<CaseFile, CaseFileStatus> rule) {
        this.rule = rule;
    }

    /** Of what goes with the move, and not of the file as it is kept. */
    private static Requirement<CaseFile> asks(String key, Predicate<Occasion> met) {
        return needs(key, file -> met.test(file.occasion()));
    }

    @Override
    public Rule<CaseFile, CaseFileStatus> rule() {
        return rule;
    }
}
