package it.percorsi.access;

import static it.percorsi.access.Section.AGENDA;
import static it.percorsi.access.Section.CONTACTS;
import static it.percorsi.access.Section.IDENTITY;
import static it.percorsi.access.Section.LABOUR;
import static it.percorsi.access.Section.RESERVED;
import static it.percorsi.access.Section.SOCIAL;
import static it.percorsi.access.Section.STATUS;

import java.util.Set;

/** What an operator does in an organisation, and the most it may ever see of a person. */
public enum Role {
    DESK(IDENTITY, CONTACTS, STATUS, AGENDA),
    MEDIATOR(AGENDA),
    SOCIAL_WORKER(IDENTITY, CONTACTS, STATUS, AGENDA, SOCIAL, LABOUR, RESERVED),
    CPI_OPERATOR(IDENTITY, CONTACTS, STATUS, LABOUR, AGENDA),
    SPECIALIST(IDENTITY, CONTACTS, STATUS, LABOUR, AGENDA, SOCIAL),
    PLACEMENT(IDENTITY, CONTACTS, LABOUR, AGENDA),
    PANEL_SECRETARY(IDENTITY, STATUS, SOCIAL, LABOUR),
    PANEL_MEMBER(IDENTITY, STATUS, SOCIAL, LABOUR),
    COORDINATOR(IDENTITY, STATUS),
    ADMINISTRATOR(),
    DPO();

    private final Set<Section> sections;

    Role(Section... sections) {
        this.sections = Set.of(sections);
    }

    public Set<Section> sections() {
        return sections;
    }

    public boolean maySee(Section section) {
        return sections.contains(section);
    }
}
