package it.percorsi.site;

import static it.percorsi.access.Role.ADMINISTRATOR;
import static it.percorsi.access.Role.COORDINATOR;
import static it.percorsi.access.Role.CPI_OPERATOR;
import static it.percorsi.access.Role.DESK;
import static it.percorsi.access.Role.DPO;
import static it.percorsi.access.Role.MEDIATOR;
import static it.percorsi.access.Role.PANEL_MEMBER;
import static it.percorsi.access.Role.PANEL_SECRETARY;
import static it.percorsi.access.Role.PLACEMENT;
import static it.percorsi.access.Role.SOCIAL_WORKER;
import static it.percorsi.access.Role.SPECIALIST;

import it.percorsi.access.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles a page is for: the first part of its address decides. A page with no door here opens
 * to nobody. The first door a role finds with a place in the menu is its home.
 */
public enum Door {
    // @formatter:off
    DESK_PAGE      ("/desk",           true,  DESK, SOCIAL_WORKER),
    AGENDA         ("/agenda",         true,  CPI_OPERATOR, DESK, SOCIAL_WORKER, SPECIALIST, MEDIATOR),
    DUPLICATES     ("/duplicates",     true,  DESK, SOCIAL_WORKER),
    CONNECTIONS    ("/connections",    true,  DESK, SOCIAL_WORKER),
    PERMITS        ("/permits",        true,  DESK, SOCIAL_WORKER),
    PROCEDURES     ("/procedures",     true,  DESK, SOCIAL_WORKER, SPECIALIST, CPI_OPERATOR),
    IMPORTS        ("/imports",        true,  DESK, SOCIAL_WORKER),
    SITTINGS       ("/sittings",       true,  PANEL_SECRETARY, PANEL_MEMBER),
    PANELS         ("/panels",         true,  PANEL_SECRETARY),
    REFERRALS      ("/referrals",      true,  SOCIAL_WORKER, PANEL_SECRETARY, PANEL_MEMBER),
    DIRECTS        ("/direct-referrals", true, SOCIAL_WORKER, DESK, CPI_OPERATOR, SPECIALIST),
    CASES          ("/cases",          true,  SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT, DESK),
    MEETINGS       ("/meetings",       true,  SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
    TASKS          ("/tasks",          true,  SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT, DESK),
    PROGRAMMES     ("/programmes",     true,  COORDINATOR),
    REMINDERS      ("/reminders",      true,  SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT, DESK, PANEL_SECRETARY,
                                              COORDINATOR),
    HOURS          ("/hours",          true,  CPI_OPERATOR, SOCIAL_WORKER, SPECIALIST),
    ADMINISTRATION ("/administration", true,  ADMINISTRATOR),
    TRAIL          ("/trail",          true,  DPO),
    RULES          ("/rules",          true,  COORDINATOR, ADMINISTRATOR, DESK, SOCIAL_WORKER),
    EMERGENCIES    ("/emergencies",    true,  DPO, SOCIAL_WORKER, DESK, CPI_OPERATOR, SPECIALIST),
    PEOPLE         ("/people",         false, DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
    ENROLMENTS     ("/enrolments",     false, DESK, SOCIAL_WORKER),
    WAITING_PLACES ("/waiting-places", false, DESK, SOCIAL_WORKER),
    ATTACHMENTS    ("/attachments",    false, DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT, PANEL_SECRETARY,
                                              PANEL_MEMBER),
    CONSENTS       ("/consents",       false, DESK, SOCIAL_WORKER),
    APPOINTMENTS   ("/appointments",   false, DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, MEDIATOR, PLACEMENT),
    PLANS          ("/plans",          false, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
    ASSESSMENTS    ("/assessments",    false, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
    SKILLS         ("/skills",         false, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
    OBJECTIVES     ("/objectives",     false, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
    ACCOUNT        ("/account",        false, DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT, MEDIATOR,
                                              PANEL_SECRETARY, PANEL_MEMBER, COORDINATOR, ADMINISTRATOR, DPO),
    DRAFTS         ("/drafts",         false, DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT,
                                              PANEL_SECRETARY, PANEL_MEMBER, COORDINATOR, ADMINISTRATOR);
    // @formatter:on

    private final String path;
    private final boolean inMenu;
    private final Set<Role> roles;

    Door(String path, boolean inMenu, Role first, Role... others) {
        this.path = path;
        this.inMenu = inMenu;
        this.roles = EnumSet.of(first, others);
    }

    public static Optional<Door> of(String uri) {
        return Arrays.stream(values())
                .filter(door -> uri.equals(door.path) || uri.startsWith(door.path + "/"))
                .findFirst();
    }

    static List<Door> menu(Role role) {
        return Arrays.stream(values()).filter(door -> door.inMenu && door.opensTo(role)).toList();
    }

    public boolean opensTo(Role role) {
        return roles.contains(role);
    }

    public String path() {
        return path;
    }
}
