package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.programme.Programmes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans the teams of a programme may begin from, kept by whoever coordinates it. */
@Service
@Transactional
public class PlanTemplateService {

    private final PlanTemplates templates;
    private final Programmes programmes;
    private final AccessTrail trail;

    PlanTemplateService(PlanTemplates templates, Programmes programmes, AccessTrail trail) {
        this.templates = templates;
        this.programmes = programmes;
        this.trail = trail;
    }

    public OfProgramme ofProgramme(Actor by, Instant at, String programme) {
        Programmes.Card card = coordinated(by, programme);
        trail.listed(by, "plan-templates", List.of(), at);
        return new OfProgramme(card, templates.ofProgramme(programme));
    }

    public Sheet look(Actor by, Instant at, String programme, UUID id) {
        Programmes.Card card = coordinated(by, programme);
        PlanTemplates.Template template = find(by, programme, id);
        trail.listed(by, "plan-templates", List.of(), at);
        return new Sheet(card, template, templates.kept(template.code()));
    }

    /** Begins one, with nothing in it yet: it is offered from its first objective. */
    public UUID write(Actor by, Instant at, String programme, String name) {
        Programmes.Card card = coordinated(by, programme);
        UUID id = Ids.next();
        templates.add(
                new PlanTemplates.Template(
                        id, id.toString(), name, card.code(), false, null, true, 0),
                "coordinamento del progetto");
        changed(by, at, "CREATE", id);
        return id;
    }

    /**
     * @param verified whether whoever coordinates has read it all again
     */
    public void rename(
            Actor by,
            Instant at,
            String programme,
            UUID id,
            String name,
            boolean verified,
            int version) {
        templates.rename(written(by, programme, id), name, verified, version);
        changed(by, at, "CORRECT", id);
    }

    public void aim(
            Actor by, Instant at, String programme, UUID id, PlanTemplates.Objective objective) {
        templates.add(written(by, programme, id), Ids.next(), objective);
        changed(by, at, "AIM", id);
    }

    public void reword(
            Actor by,
            Instant at,
            String programme,
            UUID id,
            UUID objective,
            PlanTemplates.Objective to,
            int version) {
        PlanTemplates.Template template = written(by, programme, id);
        templates.correct(template, kept(template, objective), to, version);
        changed(by, at, "REWORD", id);
    }

    public void takeOut(Actor by, Instant at, String programme, UUID id, UUID objective) {
        PlanTemplates.Template template = written(by, programme, id);
        templates.takeOut(template, kept(template, objective).id());
        changed(by, at, "TAKE_OUT", id);
    }

    /** No plan begins from it any more; those that did go on. */
    public void retire(Actor by, Instant at, String programme, UUID id) {
        templates.retire(written(by, programme, id), at);
        changed(by, at, "RETIRE", id);
    }

    public void restore(Actor by, Instant at, String programme, UUID id) {
        templates.retire(find(by, programme, id), null);
        changed(by, at, "RESTORE", id);
    }

    private void changed(Actor by, Instant at, String word, UUID id) {
        trail.changed(by, word, "plan-template", id, List.of(), at);
    }

    private PlanTemplates.Template written(Actor by, String programme, UUID id) {
        PlanTemplates.Template template = find(by, programme, id);
        if (template.retired()) {
            throw new MoveRefused(List.of("template.retired"));
        }
        return template;
    }

    private PlanTemplates.Template find(Actor by, String programme, UUID id) {
        coordinated(by, programme);
        return templates
                .template(id)
                .filter(template -> programme.equals(template.programme()))
                .orElseThrow(NotVisible::new);
    }

    private PlanTemplates.Kept kept(PlanTemplates.Template template, UUID objective) {
        return templates.kept(template.code()).stream()
                .filter(one -> one.id().equals(objective))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private Programmes.Card coordinated(Actor by, String code) {
        Programmes.Card card = programmes.card(code).orElseThrow(NotVisible::new);
        if (!by.actsAs(Role.COORDINATOR)
                || !programmes.coordinators(card.id()).contains(by.organisationId())) {
            throw new NotVisible();
        }
        return card;
    }

    public record OfProgramme(Programmes.Card programme, List<PlanTemplates.Template> templates) {}

    /** A template as its page shows it. */
    public record Sheet(
            Programmes.Card programme,
            PlanTemplates.Template template,
            List<PlanTemplates.Kept> objectives) {

        public PlanTemplates.Kept objective(UUID id) {
            return objectives.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotVisible::new);
        }
    }
}
