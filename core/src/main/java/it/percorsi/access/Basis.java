package it.percorsi.access;

import static it.percorsi.access.Role.COORDINATOR;
import static it.percorsi.access.Role.CPI_OPERATOR;
import static it.percorsi.access.Role.DESK;
import static it.percorsi.access.Role.MEDIATOR;
import static it.percorsi.access.Role.PANEL_MEMBER;
import static it.percorsi.access.Role.PANEL_SECRETARY;
import static it.percorsi.access.Role.PLACEMENT;
import static it.percorsi.access.Role.SOCIAL_WORKER;
import static it.percorsi.access.Role.SPECIALIST;

import java.util.EnumSet;
import java.util.Set;

/** Why an organisation may see something of a person, and for which of its roles. */
public enum Basis {
    /** It opened or leads the case file. */
    FILE(
            EnumSet.allOf(Section.class),
            EnumSet.of(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT)),
    /** A referral is before its panel. */
    REFERRAL(
            EnumSet.of(Section.IDENTITY, Section.STATUS, Section.SOCIAL),
            EnumSet.of(PANEL_SECRETARY, PANEL_MEMBER)),
    /** One of its operators is in the team. */
    TEAM(
            EnumSet.of(
                    Section.IDENTITY,
                    Section.CONTACTS,
                    Section.STATUS,
                    Section.AGENDA,
                    Section.LABOUR),
            EnumSet.of(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT)),
    /** It is asked to lead the case, and has not answered yet. */
    TRANSFER(EnumSet.of(Section.IDENTITY), EnumSet.of(SOCIAL_WORKER)),
    /** It has a file of the same person, and whoever holds the other let it in. */
    CONNECTION(
            EnumSet.of(Section.IDENTITY, Section.CONTACTS, Section.STATUS, Section.AGENDA),
            EnumSet.of(DESK, SOCIAL_WORKER)),
    /** It is expecting the person: name, language and reason stand in the appointment. */
    APPOINTMENT(
            EnumSet.of(Section.AGENDA),
            EnumSet.of(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, MEDIATOR)),
    /** It answers for a programme the person is enrolled in. */
    PROGRAMME(EnumSet.of(Section.IDENTITY, Section.STATUS), EnumSet.of(COORDINATOR)),
    /** One of its operators asked for it: only {@link Emergencies} gives it, to that operator. */
    EMERGENCY(
            EnumSet.allOf(Section.class),
            EnumSet.of(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST));

    private final Set<Section> sections;
    private final Set<Role> roles;

    Basis(Set<Section> sections, Set<Role> roles) {
        this.sections = sections;
        this.roles = roles;
    }

    public Set<Section> sections() {
        return Set.copyOf(sections);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
