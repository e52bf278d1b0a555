package it.percorsi.plan;

import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.StaleVersion;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan is for, the result expected, and who must do what. */
@Entity
@Table(name = "objective")
public class Objective {

    @Id private UUID id;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "person_id")
    private UUID personId;

    private String area;
    private String text;

    @Column(name = "expected_result")
    private String expectedResult;

    @Column(name = "level_today")
    private @Nullable Integer levelToday;

    @Column(name = "level_wanted")
    private @Nullable Integer levelWanted;

    private int ordinal;

    @Column(name = "until_edition")
    private @Nullable Integer untilEdition;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "objective_id", insertable = false, updatable = false)
    private List<Commitment> commitments = new ArrayList<>();

    protected Objective() {}

    Objective(
            Plan plan,
            String area,
            String text,
            String expectedResult,
            Levels levels,
            int ordinal) {
        this.id = Ids.next();
        this.planId = plan.id();
        this.personId = plan.personId();
        this.area = area;
        this.text = text;
        this.expectedResult = expectedResult;
        this.levelToday = levels.today();
        this.levelWanted = levels.wanted();
        this.ordinal = ordinal;
    }

    public void commit(Commitment.Terms terms) {
        commitments.add(new Commitment(this, terms));
    }

    void leaveOut(int lastEdition) {
        untilEdition = lastEdition;
    }

    boolean current() {
        return untilEdition == null;
    }

    /**
     * @throws NotVisible if it is of another objective
     */
    Commitment commitment(UUID id) {
        return commitments.stream()
                .filter(commitment -> commitment.id().equals(id))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    /**
     * @param version the one the form was opened with
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    public void reword(String text, String expectedResult, Levels levels, int version) {
        if (version != this.version) {
            throw new StaleVersion(
                    Map.of(
                            "text",
                            this.text,
                            "expectedResult",
                            this.expectedResult,
                            "levelToday",
                            said(levelToday),
                            "levelWanted",
                            said(levelWanted)));
        }
        this.text = text;
        this.expectedResult = expectedResult;
        this.levelToday = levels.today();
        this.levelWanted = levels.wanted();
    }

    private static String said(@Nullable Integer level) {
        return level == null ? "" : level.toString();
    }

    Plans.ObjectiveRow row() {
        return new Plans.ObjectiveRow(
                id, planId, area, text, expectedResult, levelToday, levelWanted, version);
    }

    UUID planId() {
        return planId;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }
}
