package it.percorsi;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** The browser of this machine. Where there is none the tests fail and say what to install. */
public final class Browsers {

    private static final List<String> NAMES =
            List.of(
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "microsoft-edge");
    private static final List<String> USUAL =
            List.of(
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "C:/Program Files/Google/Chrome/Application/chrome.exe",
                    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
                    "/snap/bin/chromium");
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private Browsers() {}

    public static Browser launch() {
        Optional<Path> found = find();
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(
                                        found.isPresent()
                                                ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                                                : Map.of()));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
        found.ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException none) {
            throw new AssertionFailedError(
                    "Nessun browser: installare Chromium o Chrome, o indicarlo con PERCORSI_BROWSER. / "
                            + "No browser: install Chromium or Chrome, or name it in PERCORSI_BROWSER.",
                    none);
        }
    }

    private static Optional<Path> find() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("PERCORSI_BROWSER")).stream(),
                        onThePath(),
                        USUAL.stream())
                .flatMap(places -> places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Browsers::install);
    }

    private static Stream<String> onThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> folder + "/" + name));
    }

    /** On a Debian machine of our own (a CI runner) the browser is one package away. */
    private static Optional<Path> install() {
        Path apt = Path.of("/usr/bin/apt-get");
        if (!Files.isExecutable(apt) || !System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        try {
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(Path.of("/usr/bin/chromium")).filter(Files::isExecutable);
    }
}
