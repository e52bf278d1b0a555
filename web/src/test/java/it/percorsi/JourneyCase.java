package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/**
 * Somebody at a browser, and whom they have to do with. No page may answer that the server failed.
 */
abstract class JourneyCase extends PanelCase {

    protected static Browser browser;
    protected final List<String> faults = new ArrayList<>();
    private final List<BrowserContext> open = new ArrayList<>();

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    @AfterEach
    void nothingWentWrongOnTheWay() {
        leave();
        assertThat(faults).isEmpty();
    }

    /** Closes every browser window. */
    protected void leave() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    /** A window nobody has logged in at. */
    protected Page browse(boolean script, int width) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("it-IT")
                                .setViewportSize(width, 900)
                                .setJavaScriptEnabled(script));
        open.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                faults.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    protected Page login(Page page, String username) {
        page.navigate(address() + "/login");
        page.getByLabel("Nome utente").fill(username);
        page.getByLabel("Password").fill("percorsi");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return page;
    }

    protected Page enter(String username, boolean script) {
        return login(browse(script, 1280), username);
    }

    protected UUID booked(String familyName, String phone) {
        Client desk = as("sportello.pistoia");
        return booked(
                desk, open(desk, familyName, Map.of("phone", phone)), "cpi-pistoia-orientamento");
    }

    /** In the first free time of a service, for work. */
    protected static UUID booked(Client desk, UUID person, String service) {
        String form = "/people/" + person + "/booking";
        String ask = form + "?service=" + service;
        Matcher slot =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"").matcher(desk.get(ask).body());
        assertThat(slot.find()).isTrue();
        String path =
                desk.post(
                                ask,
                                form,
                                Map.of(
                                        "service",
                                        service,
                                        "slot",
                                        slot.group(1),
                                        "reason",
                                        "WORK",
                                        "without",
                                        "BY_PHONE"))
                        .path();
        return UUID.fromString(path.substring("/appointments/".length()));
    }

    /** Somebody of Prato who is booked at the employment centre. */
    protected UUID whoCameForWork(String familyName, String phone) {
        Client social = as("sociale.prato");
        UUID person = open(social, familyName, Map.of("phone", phone));
        booked(social, person, "cpi-prato-orientamento");
        return person;
    }

    /** The commission of Prato asks whoever referred them. */
    protected void isAskedAbout(UUID person) {
        Client social = as("sociale.prato");
        String referral =
                social.post(
                                "/people/" + person + "/referrals/new",
                                "/people/" + person + "/referrals",
                                Map.of(
                                        "panel",
                                        TRUTH.queryForObject(
                                                "select id::text from panel where code = 'commissione-prato'",
                                                String.class),
                                        "needs",
                                        "WORK",
                                        "reason",
                                        "Cerca lavoro.",
                                        "legalBasis",
                                        "PUBLIC_TASK"))
                        .path();
        Client secretary = as("commissione.prato");
        secretary.post(referral, referral + "/examination", Map.of());
        secretary.post(referral, referral + "/question", Map.of("note", "Da quanto?"));
    }

    protected static LocalDate day(UUID appointment) {
        return Rome.day(starts(appointment));
    }

    protected static Instant starts(UUID appointment) {
        return TRUTH.queryForObject(
                "select starts_at from appointment where id = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                appointment);
    }

    /** Twelve people of a morning that is over; nobody has said yet who came. */
    protected LocalDate aMorning(String familyName, String phone, int weeksAgo) {
        UUID appointment = booked(familyName, phone);
        LocalDate day = LocalDate.now(Rome.ZONE).minusWeeks(weeksAgo);
        for (int quarter = 0; quarter < 12; quarter++) {
            UUID next = UUID.randomUUID();
            TRUTH.update(
                    """
                    insert into appointment (id, person_id, person_name, language, service_id, organisation_id, reason,
                        mediation, starts_at, ends_at, status, booked_by_id, version)
                    select ?, person_id, person_name || ' ' || ?, language, service_id, organisation_id, reason,
                        mediation, t, t + interval '15 minutes', 'BOOKED', booked_by_id, 0
                    from appointment,
                        cast((?::date + time '08:00' + ? * interval '15 minutes') at time zone 'Europe/Rome' as timestamptz) t
                    where id = ?\
                    """,
                    next,
                    quarter,
                    day,
                    quarter,
                    appointment);
            TRUTH.update(
                    """
                    insert into booking (appointment_id, resource_id, during, held)
                    select a.id, b.resource_id, tstzrange(a.starts_at, a.ends_at), true
                    from appointment a, booking b where a.id = ? and b.appointment_id = ?\
                    """,
                    next,
                    appointment);
            TRUTH.update(
                    """
                    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
                        valid_from, given_by, given_by_organisation_id)
                    select gen_random_uuid(), person_id, organisation_id, basis, roles, sections, reason, ?,
                        valid_from, given_by, given_by_organisation_id
                    from access_grant where subject_id = ?\
                    """,
                    next,
                    appointment);
        }
        return day;
    }

    protected int marked(LocalDate day, String status) {
        return count(
                "appointment a join organisation o on o.id = a.organisation_id where o.code = 'cpi-pistoia'"
                        + " and (a.starts_at at time zone 'Europe/Rome')::date = ? and a.status = ?",
                day,
                status);
    }
}
