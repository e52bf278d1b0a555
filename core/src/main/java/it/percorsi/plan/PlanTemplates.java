package it.percorsi.plan;

import it.percorsi.pathway.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans to begin from. They are about nobody. */
public interface PlanTemplates {

    /** What a plan may begin from: those of all, and those of programmes. */
    List<Template> offered();

    /** Empty if there is no such template. */
    List<Objective> objectives(String code);

    /** Those of a programme, also those that were retired. */
    List<Template> ofProgramme(String programme);

    Optional<Template> template(UUID id);

    List<Kept> kept(String code);

    void add(Template template, String source);

    /**
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    void rename(Template template, String name, boolean verified, int version);

    /**
     * @param at null where it is offered again
     */
    void retire(Template template, @Nullable Instant at);

    void add(Template template, UUID id, Objective objective);

    /**
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    void correct(Template template, Kept objective, Objective to, int version);

    void takeOut(Template template, UUID objective);

    /**
     * @param programme its code; null where the template is for all
     * @param verified whether whoever coordinates has read it again
     * @param whole whether all its supports say who gives them and who pays
     */
    record Template(
            UUID id,
            String code,
            String name,
            @Nullable String programme,
            boolean verified,
            @Nullable Instant retiredAt,
            boolean whole,
            int version) {

        /** Whether it is of this programme, or of all. */
        boolean servesIn(String code) {
            return programme == null || programme.equals(code);
        }

        public boolean retired() {
            return retiredAt != null;
        }
    }

    /**
     * @param provider null where whoever begins from it says who gives the support
     * @param fundingSource null where they say who pays
     */
    record Objective(
            String area,
            String text,
            String expectedResult,
            String who,
            String commitment,
            @Nullable Integer dueDays,
            String instrument,
            int hours,
            @Nullable UUID provider,
            @Nullable String fundingSource) {

        boolean saysWhoPays() {
            return provider != null && fundingSource != null;
        }
    }

    /** An objective as it is kept. */
    record Kept(
            UUID id,
            String area,
            String text,
            String expectedResult,
            String who,
            String commitment,
            @Nullable Integer dueDays,
            String instrument,
            String instrumentName,
            int hours,
            @Nullable UUID provider,
            @Nullable String providerName,
            @Nullable String fundingSource,
            @Nullable String fundingName,
            int version) {}
}
