package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a move of a case file while it is made: what is said, and what is going on around
 * the case. Where nothing was said yet nothing is in the way, so that a page can offer the move.
 */
class Occasion {

    private String entrance = "";
    private LooseEnds loose = LooseEnds.NONE;
    private @Nullable Closing closing;
    private boolean restsUntilLater = true;
    private boolean followedUpLater = true;
    private boolean heardSinceTheClosing = true;
    private boolean toldWhereItIsRead = true;
    private boolean dead;

    /** Nothing was said yet. */
    Occasion() {}

    static Occasion entering(String entrance) {
        Occasion occasion = new Occasion();
        occasion.entrance = entrance;
        return occasion;
    }

    static Occasion resting(LocalDate until, Instant at) {
        Occasion occasion = new Occasion();
        occasion.restsUntilLater = until.isAfter(Rome.day(at));
        return occasion;
    }

    static Occasion around(LooseEnds ends) {
        Occasion occasion = new Occasion();
        occasion.loose = ends;
        return occasion;
    }

    static Occasion closing(Closing how, LooseEnds ends, Instant at) {
        Occasion occasion = around(ends);
        occasion.closing = how;
        occasion.followedUpLater = how.isFollowedUpAfter(at);
        return occasion;
    }

    /**
     * @param ending of the case, or null where it is open
     * @param dead whether it was heard before that the person died
     */
    static Occasion hearing(
            FollowUp.Found found, @Nullable Ending ending, boolean dead, Actor by, Instant at) {
        LocalDate today = Rome.day(at);
        Occasion occasion = new Occasion();
        occasion.dead = dead;
        occasion.toldWhereItIsRead = found.words() == null || by.maySee(Section.SOCIAL);
        occasion.followedUpLater = found.next() == null || found.next().isAfter(today);
        occasion.heardSinceTheClosing =
                ending == null
                        || !found.on().isAfter(today) && !found.on().isBefore(ending.closedOn());
        return occasion;
    }

    boolean statesAnEntrance() {
        return !entrance.isBlank();
    }

    boolean restsUntilLater() {
        return restsUntilLater;
    }

    boolean expectsNobody() {
        return loose.appointments() == 0;
    }

    boolean hasNoPlanRunning() {
        return loose.plans() == 0;
    }

    boolean hasNothingLeftToDo() {
        return loose.tasks() == 0;
    }

    boolean waitsForNoAnswer() {
        return loose.sent() == 0;
    }

    boolean isAskedOfNobody() {
        return loose.transfers() == 0;
    }

    boolean tellsItsReview() {
        return closing == null || !closing.review().isBlank();
    }

    boolean isFollowedUpLater() {
        return followedUpLater;
    }

    boolean isHeardSinceTheClosing() {
        return heardSinceTheClosing;
    }

    boolean isToldWhereItIsRead() {
        return toldWhereItIsRead;
    }

    boolean isOfTheDead() {
        return dead;
    }
}
