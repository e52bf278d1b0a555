package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the two quickest journeys of the desk cost, counted as a browser feels them: keys pressed,
 * choices and fields taken in, pages loaded.
 */
class DeskJourneyTests extends StoryCase {

    private static final String COUNTING =
            """
            addEventListener('keydown', () => window.felt('key'), true);
            addEventListener('change', () => window.felt('act'), true);
            addEventListener('submit', () => window.felt('act'), true);
            """;

    /** The number of the key, as the browser counts keys. */
    private static final int ALT = 18;

    private final List<String> felt = new ArrayList<>();

    /** Whatever day it is, the colleague who speaks Chinese is on duty. */
    @BeforeEach
    void onDutyEveryDay() {
        TRUTH.update(
                """
                insert into duty (id, desk_id, operator_id, profile, weekday, opens, closes)
                select gen_random_uuid(), d.id, o.id, 'DESK', n, '21:00', '22:00'
                from desk d, operator o, generate_series(1, 7) n
                where d.code = 'pua-prato' and o.username = 'sportello2.prato'
                    and not exists (select 1 from duty t where t.operator_id = o.id and t.weekday = n
                        and t.opens = '21:00')\
                """);
    }

    private Page enter(String username) {
        Page page = browse(true, 1280);
        page.exposeFunction("felt", what -> felt.add(String.valueOf(what[0])));
        page.addInitScript(COUNTING);
        login(page, username);
        page.waitForURL("**/desk");
        page.onLoad(loaded -> felt.add("load"));
        felt.clear();
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Alt and a letter as a keyboard sends them: with the letter that the modifier hides. */
    private static void accessKey(Page page, char letter) {
        CDPSession keyboard = page.context().newCDPSession(page);
        keyboard.send("Input.dispatchKeyEvent", key("rawKeyDown", "Alt", "AltLeft", ""));
        keyboard.send(
                "Input.dispatchKeyEvent",
                key(
                        "keyDown",
                        String.valueOf(letter),
                        "Key" + Character.toUpperCase(letter),
                        String.valueOf(letter)));
    }

    /** A key event as the browser is told of it; without a letter it is Alt itself. */
    private static JsonObject key(String type, String key, String code, String unmodified) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("modifiers", 1);
        event.addProperty("key", key);
        event.addProperty("code", code);
        int number =
                unmodified.isEmpty() ? ALT : unmodified.toUpperCase(Locale.ROOT).codePointAt(0);
        event.addProperty("windowsVirtualKeyCode", number);
        if (!unmodified.isEmpty()) {
            event.addProperty("text", unmodified);
            event.addProperty("unmodifiedText", unmodified);
        }
        return event;
    }

    private long times(String what) {
        return felt.stream().filter(what::equals).count();
    }

    /** J3: an anonymous contact. */
    @Test
    void aContactCostsThreeActsEightKeysAndOnePageAtMost() {
        page = enter("sportello.prato");
        page.locator("#q:focus").waitFor();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("2azh");
        page.keyboard().press("Enter");
        page.waitForURL("**/desk?counted");
        page.waitForLoadState();

        assertThat(page.locator("main").innerText()).contains("Contato.");
        assertThat(times("act")).as("acts").isBetween(1L, 3L);
        assertThat(times("key")).as("keys").isBetween(4L, 8L);
        assertThat(times("load")).as("pages").isEqualTo(1);
    }

    /** J4: to the colleague of the other language, from the desk and back on the desk. */
    @Test
    void handingOverCostsTwoActsAndFourKeysAtMostAndNoOtherPage() {
        page = enter("sportello.prato");
        page.locator("#spoken").selectOption("zh");
        press(page, "Dai il numero");
        String number = waiting();
        press(page, "Chiama " + number);
        page.getByText("Concludi " + number).first().waitFor();
        felt.clear();

        accessKey(page, 'p');
        page.getByText("passato a Lin Chen").first().waitFor();
        page.waitForLoadState();

        assertThat(page.url()).endsWith("/desk");
        assertThat(times("act")).as("acts").isBetween(1L, 2L);
        assertThat(times("key")).as("keys").isBetween(1L, 4L);
        assertThat(times("load")).as("the same page again, and no other").isLessThanOrEqualTo(1);
        Page colleague = enter("sportello2.prato");
        assertThat(colleague.locator("main").innerText()).contains("passato a te");
        press(colleague, number + " è andato via");
    }

    private static String waiting() {
        return TRUTH.queryForObject(
                """
                select letter || number from ticket t join desk d on d.id = t.desk_id
                where d.code = 'pua-prato' and t.language = 'zh' and t.status = 'WAITING'
                order by day desc, t.number desc limit 1\
                """,
                String.class);
    }

    /** J3 and J4. */
    @Test
    void whereNoScriptRunsAContactIsCountedAndSomebodyHandedOver() {
        page = enter("sportello.prato", false);
        page.locator("#keys").fill("2azh");
        press("Conta");
        assertThat(page.locator("main").innerText()).contains("Contato.");

        page.locator("#spoken").selectOption("zh");
        press("Dai il numero");
        String number = waiting();
        press("Chiama " + number);
        press("Passa " + number);

        assertThat(page.locator("main").innerText()).contains("passato a Lin Chen");
        page = enter("sportello2.prato", false);
        assertThat(page.locator("main").innerText()).contains("passato a te");
        press(number + " è andato via");
    }

    @Test
    void everyPageOfTheDeskIsReadableAndFits() {
        UUID arta = person("Hoxha", "Arta");
        page = enter("sportello.prato");
        String appointment =
                TRUTH.queryForObject(
                        """
                        select a.id::text from appointment a join organisation o on o.id = a.booked_by_id
                        where o.code = 'comune-prato' and a.status = 'BOOKED' and a.language in ('ar', 'ur') limit 1\
                        """,
                        String.class);
        script = true;
        for (int width : List.of(1280, 640, 320)) {
            page.setViewportSize(width, 900);
            for (String path :
                    List.of(
                            "/desk?counted",
                            "/desk/register",
                            "/desk/display",
                            "/people/" + arta + "?opened",
                            "/people/" + arta + "/booking",
                            "/appointments/" + appointment + "?booked",
                            "/appointments/" + appointment + "/slip",
                            "/people/" + arta + "/readback")) {
                page.navigate(address() + path);
                look("desk" + path.replaceAll("[0-9a-f-]{36}", "x").replaceAll("\\W+", "-"));
            }
        }
        page.navigate(address() + "/desk");
        press(page, "Blocca");
        look("desk-locked");
    }
}
