package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.CaseFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding a plan, and reading it whole. */
@Service
@Transactional
public class PlanReadingService {

    private final Plans plans;
    private final CaseFiles files;
    private final Hours hours;
    private final PlanSigningService signing;
    private final AccessTrail trail;

    PlanReadingService(
            Plans plans,
            CaseFiles files,
            Hours hours,
            PlanSigningService signing,
            AccessTrail trail) {
        this.plans = plans;
        this.files = files;
        this.hours = hours;
        this.signing = signing;
        this.trail = trail;
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        Plans.PlanRow row = plans.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "plan", row.personId(), Set.of(Section.IDENTITY, Section.LABOUR), at);
        Plan plan = plans.visible(id, by).orElseThrow(NotVisible::new);
        Hours.Budget budget = hours.budget(plan.budgetId(), by).orElseThrow(NotVisible::new);
        return new Sheet(
                row,
                signing.past(by, row),
                plans.objectives(id, by),
                plans.commitments(id, by),
                plans.supports(id, by),
                budget,
                hours.extensions(plan.budgetId(), by),
                hours.ofPlan(id, by),
                plan.movesOpenTo(by),
                plan.acceptsHoursFrom(by),
                plan.amendableBy(by),
                OverrunService.mayPass(plan, budget, by));
    }

    /** The plan of a case, for those who may see plans. */
    public @Nullable UUID ofCase(Actor by, UUID caseFile) {
        return plans.ofCase(caseFile, by).orElse(null);
    }

    /** The running plan of a person, or the latest, for those who may see plans. */
    public Optional<UUID> ofPerson(Actor by, UUID person) {
        return plans.ofPerson(person, by);
    }

    /** The case of a person that waits for its plan, if this actor may draw it. */
    public Optional<UUID> waiting(Actor by, UUID person) {
        return files.ofPerson(person, by)
                .filter(file -> file.status().equals(CaseFileStatus.IN_CARE.name()))
                .filter(file -> PlanParty.worksOnPlans(by))
                .map(CaseFiles.CaseRow::id);
    }

    /** A plan as its page shows it. */
    public record Sheet(
            Plans.PlanRow plan,
            PlanSigningService.Past past,
            List<Plans.ObjectiveRow> objectives,
            List<Plans.CommitmentRow> commitments,
            List<Plans.SupportRow> supports,
            Hours.Budget budget,
            List<Hours.Extension> extensions,
            List<Hours.Line> encounters,
            List<PlanMove> moves,
            boolean accepting,
            boolean amendable,
            boolean passing) {

        public List<Plans.CommitmentRow> commitmentsOf(UUID objective) {
            return commitments.stream().filter(c -> c.objectiveId().equals(objective)).toList();
        }

        public List<Plans.SupportRow> supportsOf(UUID objective) {
            return supports.stream().filter(s -> s.objectiveId().equals(objective)).toList();
        }

        /** What hours can be given on: what was signed. */
        public List<Plans.SupportRow> agreed() {
            return supports.stream().filter(Plans.SupportRow::agreed).toList();
        }

        /** Whether what was signed holds while something else is written or explained. */
        public boolean rewritten() {
            return PlanStatus.valueOf(plan.status()).rewritten(plan.edition());
        }

        public boolean offers(String move) {
            return moves.stream().anyMatch(m -> m.name().equals(move));
        }
    }
}
