package it.percorsi.assessment;

import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.casefile.CaseFileStatus;
import it.percorsi.casefile.CaseFiles;
import it.percorsi.pathway.Obstacles;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who reads how a person stands, and who writes it: of the work part at least, in an open case. */
@Component
class Assessor {

    private static final Set<Role> WRITERS =
            EnumSet.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.SPECIALIST);

    private final Grants grants;
    private final CaseFiles files;

    Assessor(Grants grants, CaseFiles files) {
        this.grants = grants;
        this.files = files;
    }

    /**
     * @return the sections of the person that are open to the actor
     */
    Set<Section> mustRead(UUID person, Actor by) {
        Set<Section> sections = grants.sections(person, by);
        if (!sections.contains(Section.LABOUR)) {
            throw new NotVisible();
        }
        return sections;
    }

    void mustWrite(UUID person, Actor by) {
        mustRead(person, by);
        new Obstacles()
                .when(!WRITERS.contains(by.role()), "assessment.not-yours")
                .when(!openCase(person, by), "assessment.case-closed")
                .refuse();
    }

    boolean writes(UUID person, Actor by) {
        return WRITERS.contains(by.role()) && openCase(person, by);
    }

    private boolean openCase(UUID person, Actor by) {
        return files.ofPerson(person, by)
                .filter(file -> !file.status().equals(CaseFileStatus.CLOSED.name()))
                .isPresent();
    }
}
