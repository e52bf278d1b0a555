package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.RunningApplication;
import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.MemberStatus;
import it.percorsi.casefile.TransferStatus;
import it.percorsi.direct.DirectStatus;
import it.percorsi.plan.PlanStatus;
import it.percorsi.referral.ReferralStatus;
import it.percorsi.task.TaskStatus;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view of open steps, held against the statuses and the kinds there are. */
class RemindersAreWholeTests extends RunningApplication {

    private String view;

    @BeforeEach
    void asTheDatabaseHasIt() {
        view = TRUTH.queryForObject("select pg_get_viewdef('open_step'::regclass)", String.class);
    }

    private Set<String> found(String pattern) {
        Set<String> all = new TreeSet<>();
        Matcher each = Pattern.compile(pattern).matcher(view);
        while (each.find()) {
            all.add(each.group(1));
        }
        return all;
    }

    /** What a panel defers is a task of who sent it; what is a draft is still being written. */
    @Test
    void everyStatusThatHasAnOwnerHasItsReminder() {
        for (ReferralStatus status : ReferralStatus.values()) {
            if (status.owner() != null
                    && status != ReferralStatus.DRAFT
                    && status != ReferralStatus.DEFERRED) {
                assertThat(view).as(status.name()).contains("'" + status + "'");
            }
        }
        List<Enum<?>> others =
                List.of(
                        MemberStatus.INVITED,
                        TransferStatus.REQUESTED,
                        CaseFileStatus.SUSPENDED,
                        TaskStatus.OPEN,
                        DirectStatus.SENT,
                        DirectStatus.TAKEN_UP,
                        DirectStatus.STARTED,
                        PlanStatus.CONCLUDED,
                        PlanStatus.INTERRUPTED);
        for (Enum<?> status : others) {
            assertThat(view).as(status.name()).contains("'" + status.name() + "'");
        }
        assertThat(view).contains("closed_at IS NULL");
    }

    @Test
    void everyKindIsInTheViewAndEveryRowOfTheViewHasItsKind() {
        Set<String> kinds = new TreeSet<>();
        for (OpenSteps.Kind kind : OpenSteps.Kind.values()) {
            kinds.add(kind.name());
        }

        assertThat(found("SELECT '([A-Z_]+)'::text")).isEqualTo(kinds);
    }

    @Test
    void everyDayThatIsCountedIsADatedRule() {
        Set<String> rules = found("rule_today\\('([a-z.-]+)'");

        assertThat(rules).contains("reminder.invitation", "reminder.sheet");
        for (String rule : rules) {
            assertThat(count("reference_rule where key = ? and not verified", rule))
                    .as(rule)
                    .isOne();
        }
    }
}
