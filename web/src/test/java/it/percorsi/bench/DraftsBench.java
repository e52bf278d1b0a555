package it.percorsi.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.percorsi.Browsers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Somebody types a long note and the application is killed, twenty times: what comes back? */
final class DraftsBench {

    private static final int KILLS = 20;
    private static final double MILLIS_A_KEY = 90;
    private static final String WORDS =
            "La signora racconta di essere arrivata in Italia da sei anni e di lavorare qualche ora alla settimana. ";

    private final World world;
    private final int port;

    DraftsBench(World world) throws IOException {
        this.world = world;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    void run() throws Exception {
        world.truth.update(
                "update membership set role = 'SOCIAL_WORKER' where operator_id = ?",
                world.actor.operatorId());
        UUID person =
                world.truth.queryForObject(
                        "select person_id from access_grant where organisation_id = ? and basis = 'FILE' limit 1",
                        UUID.class,
                        world.actor.organisationId());
        world.truth.update(
                "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                UUID.randomUUID(),
                person,
                world.actor.organisationId());
        String diary = "/people/" + person + "/diary";
        Random random = new Random(1);
        long worst = 0;
        int typedInAll = 0;
        int lostInAll = 0;
        Process node = start();
        try (Browser browser = Browsers.launch()) {
            for (int kill = 0; kill < KILLS; kill++) {
                world.truth.update("delete from draft");
                List<Long> typed = new ArrayList<>();
                long killed;
                try (BrowserContext context = browser.newContext()) {
                    Page page = login(context);
                    page.navigate(address() + diary);
                    page.getByLabel("Nuova nota").focus();
                    long end = System.currentTimeMillis() + 4_000 + random.nextInt(12_000);
                    while (System.currentTimeMillis() < end) {
                        type(page, typed.size());
                        typed.add(System.currentTimeMillis());
                        page.waitForTimeout(MILLIS_A_KEY);
                    }
                    killed = System.currentTimeMillis();
                    node.destroyForcibly().waitFor();
                }
                node = start();
                String back;
                try (BrowserContext context = browser.newContext()) {
                    Page page = login(context);
                    page.navigate(address() + diary + "?draft");
                    back = page.getByLabel("Nuova nota").inputValue();
                }
                if (!text(typed.size()).startsWith(back)) {
                    throw new IllegalStateException("other words came back: " + back);
                }
                int lost = typed.size() - back.length();
                long age = lost == 0 ? 0 : killed - typed.get(back.length());
                worst = Math.max(worst, age);
                typedInAll += typed.size();
                lostInAll += lost;
                System.out.printf(
                        "    kill %2d: %d typed, %d lost, the oldest %d ms before%n",
                        kill + 1, typed.size(), lost, age);
            }
        } finally {
            node.destroyForcibly().waitFor();
        }
        System.out.printf(
                Locale.ROOT,
                "%d kills: %,d letters typed, %,d lost, none typed more than %.1f s before%n",
                KILLS,
                typedInAll,
                lostInAll,
                worst / 1e3);
    }

    private static String text(int length) {
        return WORDS.repeat(length / WORDS.length() + 1).substring(0, length);
    }

    private static void type(Page page, int place) {
        page.keyboard().type(String.valueOf(WORDS.charAt(place % WORDS.length())));
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private Page login(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address() + "/login");
        page.getByLabel("Nome utente").fill(World.USERNAME);
        page.getByLabel("Password").fill(World.PASSWORD);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return page;
    }

    private Process start() throws Exception {
        ProcessBuilder command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        world.database,
                        String.valueOf(port));
        command.environment()
                .put(
                        "PERCORSI_TEST_SERVER",
                        world.url().replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1"));
        Process node =
                command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::answers);
        return node;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
