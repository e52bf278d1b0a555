package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No referral falls off the list, and what waits for the reader comes before what waits longer. */
class WorklistTests extends PanelCase {

    private static final String COPIES = "Copia di chi aspetta.";
    private static final int MANY = 220;

    @AfterEach
    void nobodyIsCopied() {
        TRUTH.update(
                "delete from access_grant where subject_id in (select id from referral where reason = ?)",
                COPIES);
        TRUTH.update("delete from referral where reason = ?", COPIES);
    }

    /** As many more as the list used to hold, put on the waiting list long ago. */
    private static void waitingForever(UUID referral) {
        TRUTH.update(
                """
                insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                    'reason', ?::text, 'answer_by', date '2020-01-01' + n, 'decided_at', r.decided_at - n * interval '1 day'))).*
                from referral r, generate_series(1, ?) n where r.id = ?\
                """,
                COPIES,
                MANY,
                referral);
        TRUTH.update(
                """
                insert into access_grant select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(),
                    'subject_id', c.id))).*
                from referral c, access_grant g where c.reason = ? and g.subject_id = ?\
                """,
                COPIES,
                referral);
    }

    private static List<UUID> shown(String body) {
        List<UUID> ids = new ArrayList<>();
        Matcher link = Pattern.compile("href=\"/referrals/([0-9a-f-]{36})\"").matcher(body);
        while (link.find()) {
            ids.add(UUID.fromString(link.group(1)));
        }
        return ids;
    }

    private static String next(String body) {
        Matcher link = Pattern.compile("href=\"(/referrals\\?after=[^\"]+)\"").matcher(body);
        return link.find() ? link.group(1) : "";
    }

    private static List<UUID> pages(Client by) {
        List<UUID> ids = new ArrayList<>();
        for (String page = "/referrals"; !page.isEmpty(); ) {
            String body = by.get(page).body();
            ids.addAll(shown(body));
            page = next(body);
        }
        return ids;
    }

    private static int all(String body) {
        Matcher caption = Pattern.compile("in questa pagina: \\d+ su (\\d+)").matcher(body);
        assertThat(caption.find()).isTrue();
        return Integer.parseInt(caption.group(1));
    }

    private UUID waitlisted(String name) {
        UUID panel = panel("Unità " + name, false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, name, "333 000 98" + (40 + name.length()));
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        as(SECRETARY).post(page, page + "/decisions", decision(referral, "WAITLIST", "Non ora."));
        return referral;
    }

    private UUID justSent(String name, UUID panelOf) {
        UUID referral = caseBefore(sittingOf(panelOf), name, "333 000 98" + (60 + name.length()));
        TRUTH.update(
                "update referral set status = 'SUBMITTED', sitting_id = null where id = ?",
                referral);
        return referral;
    }

    private UUID sittingOf(UUID referral) {
        return sitting(
                TRUTH.queryForObject(
                        "select panel_id from referral where id = ?", UUID.class, referral));
    }

    @Test
    void whatWaitsForTheReaderIsBeforeWhoWaitsForAPlaceAndEveryPageIsReached() {
        UUID waiting = waitlisted("Lungattesa");
        waitingForever(waiting);
        UUID sent = justSent("Appenainviata", waiting);

        for (String viewer : new String[] {SECRETARY, MEMBER}) {
            Client reader = as(viewer);
            String first = reader.get("/referrals").body();
            assertThat(shown(first)).contains(sent).doesNotContain(waiting).hasSize(100);
            assertThat(first).contains("Da esaminare o da portare in seduta: ");
            List<UUID> read = pages(reader);
            assertThat(read).doesNotHaveDuplicates().contains(waiting, sent);
            assertThat(read).hasSize(all(first)).hasSizeGreaterThan(MANY);
        }
        assertThat(count("trail where action = 'LIST' and subject = 'referrals'")).isPositive();
        assertThat(as("sociale.pistoia").get("/referrals").body()).contains("in questa pagina: ");
    }

    @Test
    void aPageGoesOnAlsoWhereItsLastOneIsNoLongerThere() {
        waitingForever(waitlisted("Sparita"));
        Client secretary = as(SECRETARY);
        String first = secretary.get("/referrals").body();
        List<UUID> read = pages(secretary);

        UUID last = shown(first).getLast();
        TRUTH.update("delete from access_grant where subject_id = ?", last);
        assertThat(shown(secretary.get(next(first)).body())).isEqualTo(read.subList(100, 200));
        assertThat(secretary.get("/referrals?after=nulla").status()).isEqualTo(404);
    }

    @Test
    void whoSentThemReadsTheOutcomesFirstAndThenWhatIsAskedOfThem() {
        UUID asked = waitlisted("Richiesta");
        UUID sent = justSent("Inviata", asked);
        UUID question = justSent("Domandata", asked);
        TRUTH.update(
                "update referral set status = 'INTEGRATION_REQUESTED', paused_at = now(), answer_by = '2090-01-01' where id = ?",
                question);
        TRUTH.update("update referral set told_at = now() where id = ?", asked);

        List<UUID> read = pages(as("sociale.pistoia"));
        assertThat(read.indexOf(asked)).isLessThan(read.indexOf(question));
        assertThat(read.indexOf(question)).isLessThan(read.indexOf(sent));
        List<UUID> secretary = pages(as(SECRETARY));
        assertThat(secretary.indexOf(sent)).isLessThan(secretary.indexOf(question));
        assertThat(secretary.indexOf(question)).isLessThan(secretary.indexOf(asked));
        as("sociale.pistoia")
                .post("/referrals", "/referrals/" + asked + "/acknowledgement", Map.of());
    }
}
