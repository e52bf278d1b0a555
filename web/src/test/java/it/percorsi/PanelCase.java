package it.percorsi;

import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Ids;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * Panels of Pistoia, with a secretary and a member who have accounts there, and cases to decide.
 */
public abstract class PanelCase extends CareCase {

    protected static final String SECRETARY = "segreteria.pistoia";
    protected static final String MEMBER = "commissario.pistoia";

    @BeforeEach
    void accounts() {
        account(SECRETARY, "Nora Segreti", "comune-pistoia", "PANEL_SECRETARY");
        account(MEMBER, "Ivo Membri", "comune-pistoia", "PANEL_MEMBER");
    }

    /** With the password of the demo. */
    protected static void account(String username, String name, String body, String role) {
        if (TRUTH.queryForObject(
                        "select count(*) from operator where username = ?", Integer.class, username)
                > 0) {
            return;
        }
        UUID operator = Ids.next();
        TRUTH.update(
                "insert into operator values (?, ?, ?, true, false, 0)", operator, username, name);
        TRUTH.update(
                """
                insert into credential select ?, c.password_hash
                from credential c join operator o on o.id = c.operator_id where o.username = 'sociale.pistoia'\
                """,
                operator);
        TRUTH.update(
                """
                insert into membership select gen_random_uuid(), ?, o.id, ?, '2020-01-01', null
                from organisation o where o.code = ?\
                """,
                operator,
                role,
                body);
    }

    /** A panel of three, of whom two must be there. */
    protected UUID panel(String name, boolean votes) {
        UUID panel = Ids.next();
        TRUTH.update(
                """
                insert into panel (id, organisation_id, name, kind, votes)
                select ?, o.id, ?, 'OPERATING_UNIT', ? from organisation o where o.code = 'comune-pistoia'\
                """,
                panel,
                name,
                votes);
        TRUTH.update("insert into panel_quorum values (?, '2020-01-01', 2)", panel);
        for (String username : new String[] {SECRETARY, MEMBER, "nessuno"}) {
            TRUTH.update(
                    """
                    insert into panel_member (id, panel_id, operator_id, name, body, seat, valid_from)
                    select gen_random_uuid(), ?, o.id, coalesce(o.name, 'Pia Esterni'), 'Servizi', 'MEMBER', '2020-01-01'
                    from (values (1)) one left join operator o on o.username = ?\
                    """,
                    panel,
                    username);
        }
        return panel;
    }

    protected UUID member(UUID panel, String name) {
        return TRUTH.queryForObject(
                "select id from panel_member where panel_id = ? and name = ?",
                UUID.class,
                panel,
                name);
    }

    protected UUID sitting(UUID panel) {
        UUID sitting = Ids.next();
        TRUTH.update(
                "insert into sitting (id, panel_id, planned_for, place, status, version) values (?, ?, now(), 'Sala', 'PLANNED', 0)",
                sitting,
                panel);
        return sitting;
    }

    /** Somebody sent to the panel and put on the agenda of its sitting. */
    protected UUID caseBefore(UUID sitting, String familyName, String phone) {
        return caseBefore(sitting, familyName, phone, "");
    }

    protected UUID caseBefore(UUID sitting, String familyName, String phone, String urgentWhy) {
        Client social = as("sociale.pistoia");
        UUID person = open(social, familyName, Map.of("phone", phone));
        String page =
                social.post(
                                "/people/" + person + "/referrals/new",
                                "/people/" + person + "/referrals",
                                Map.of(
                                        "panel",
                                        TRUTH.queryForObject(
                                                "select panel_id::text from sitting where id = ?",
                                                String.class,
                                                sitting),
                                        "needs",
                                        "WORK",
                                        "reason",
                                        "Cerca lavoro da un anno.",
                                        "legalBasis",
                                        "PUBLIC_TASK",
                                        "urgentWhy",
                                        urgentWhy))
                        .path();
        UUID referral = UUID.fromString(page.substring("/referrals/".length()));
        TRUTH.update(
                "update referral set status = 'SCHEDULED', sitting_id = ? where id = ?",
                sitting,
                referral);
        return referral;
    }

    protected void open(UUID sitting, UUID panel) {
        TRUTH.update("update sitting set status = 'OPEN', opened_at = now() where id = ?", sitting);
        TRUTH.update(
                "insert into attendance select ?, panel_id, id from panel_member where panel_id = ?",
                sitting,
                panel);
    }

    /** An open sitting of a new panel, with two cases. */
    protected UUID opened(String panelName, String familyName, String phones) {
        UUID panel = panel(panelName, false);
        UUID sitting = sitting(panel);
        caseBefore(sitting, familyName + "a", phones + "1");
        caseBefore(sitting, familyName + "e", phones + "2");
        open(sitting, panel);
        return sitting;
    }

    protected static Map<String, String> decision(UUID referral, String decision, String why) {
        return Map.of("referral", referral.toString(), "decision", decision, "why", why);
    }
}
