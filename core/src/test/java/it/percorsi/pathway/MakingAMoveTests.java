package it.percorsi.pathway;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MakingAMoveTests {

    enum LetterStatus {
        DRAFT,
        SENT
    }

    enum Post {
        CLERK,
        VISITOR
    }

    record Letter(UUID sender, String text, String address) {
        boolean saysSomething() {
            return !text.isBlank();
        }
    }

    record Someone(UUID operatorId, UUID organisationId, Post post) implements Mover {
        Someone(UUID organisationId, Post post) {
            this(Ids.next(), organisationId, post);
        }

        @Override
        public String roleName() {
            return post.name();
        }

        @Override
        public boolean actsAs(Enum<?> role) {
            return post == role;
        }
    }

    enum LetterParty implements Party<Letter> {
        SENDER;

        @Override
        public String key() {
            return "sender";
        }

        @Override
        public boolean includes(Letter letter, Mover mover) {
            return mover.actsAs(Post.CLERK) && letter.sender().equals(mover.organisationId());
        }
    }

    enum LetterMove {
        SEND(
                row(
                        Set.of(LetterStatus.DRAFT),
                        LetterStatus.SENT,
                        LetterParty.SENDER,
                        needs("letter.text-written", Letter::saysSomething),
                        needs("letter.address-given", letter -> !letter.address().isBlank())));

        final Rule<Letter, LetterStatus> rule;

        LetterMove(Rule<Letter, LetterStatus> rule) {
            this.rule = rule;
        }
    }

    private final UUID office = Ids.next();
    private final Mover clerk = new Someone(office, Post.CLERK);
    private final Mover visitor = new Someone(office, Post.VISITOR);
    private final Letter complete = new Letter(office, "Gentile signora", "Via Roma 1");
    private final Letter blank = new Letter(office, "", "");
    private final Rule<Letter, LetterStatus> send = LetterMove.SEND.rule;

    @Test
    void leadsToTheNextStatusWhenNothingIsInTheWay() {
        assertThat(send.obstacles(complete, LetterStatus.DRAFT, clerk)).isEmpty();
        assertThat(send.apply(complete, LetterStatus.DRAFT, clerk, null))
                .isEqualTo(LetterStatus.SENT);
    }

    @Test
    void namesEverythingInTheWayAtOnceAndInOrder() {
        assertThat(send.obstacles(blank, LetterStatus.SENT, visitor))
                .containsExactly(
                        "move.wrong-status",
                        "move.not-yours.sender",
                        "letter.text-written",
                        "letter.address-given");
    }

    @Test
    void namesOnlyTheRequirementThatIsNotMet() {
        Letter unaddressed = new Letter(office, "Gentile signora", "");

        assertThat(send.obstacles(unaddressed, LetterStatus.DRAFT, clerk))
                .containsExactly("letter.address-given");
    }

    @Test
    void isNotForAnotherOrganisation() {
        Mover outsider = new Someone(Ids.next(), Post.CLERK);

        assertThat(send.obstacles(complete, LetterStatus.DRAFT, outsider))
                .containsExactly("move.not-yours.sender");
    }

    @Test
    void isRefusedWithTheSameKeysItWouldHaveShown() {
        assertThatThrownBy(() -> send.apply(blank, LetterStatus.SENT, visitor, null))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .isEqualTo(
                                                send.obstacles(blank, LetterStatus.SENT, visitor)));
    }

    @Test
    void asksForAReasonOnlyWhereTheRowSaysSo() {
        Rule<Letter, LetterStatus> withReason = send.withReason();

        assertThat(withReason.apply(complete, LetterStatus.DRAFT, clerk, "promessa ieri"))
                .isEqualTo(LetterStatus.SENT);
        assertThatThrownBy(() -> withReason.apply(complete, LetterStatus.DRAFT, clerk, " "))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        refused ->
                                assertThat(refused.obstacles())
                                        .containsExactly("move.reason-missing"));
    }
}
