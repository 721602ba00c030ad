package com.lianxing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the browser tests: what {@code CHROME_BIN} names, else a Chrome or Chromium of this machine, else, as
 * root on Debian, the one of the machine's own package manager. Nothing else is ever downloaded.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> COMMANDS =
            List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "chrome.exe");

    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            System.getenv().getOrDefault("ProgramFiles", "") + "/Google/Chrome/Application/chrome.exe");

    /** What is installed where a browser is missing; without the fonts Chinese text is drawn as boxes. */
    private static final List<String> PACKAGES = List.of("chromium", "fonts-noto-cjk");

    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Whether the build was asked to leave out what needs a browser: {@code -Dbrowser=off}. */
    public static boolean isOff() {
        return "off".equals(System.getProperty("browser"));
    }

    /** Starts it without a window. */
    public static Chromium launch() {
        Path executable = installed().orElseGet(Chromium::install);
        // Without this the driver would fetch a browser of its own.
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(true)
                            .setArgs(SWITCHES));
            return new Chromium(playwright, browser);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROME_BIN");
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException("CHROME_BIN names " + named + ", which is no program");
            }
            return Optional.of(Path.of(named));
        }
        return Stream.concat(
                        COMMANDS.stream().map(Chromium::onPath).flatMap(Optional::stream),
                        ELSEWHERE.stream().map(Path::of).filter(Files::isExecutable))
                .findFirst();
    }

    private static Optional<Path> onPath(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path install() {
        if (!"root".equals(System.getProperty("user.name")) || onPath("apt-get").isEmpty()) {
            throw new IllegalStateException("The browser tests need Google Chrome or Chromium: install one, or name it"
                    + " in CHROME_BIN, or leave these tests out with -Dbrowser=off.");
        }
        System.out.println("Installing " + String.join(" ", PACKAGES) + " for the browser tests");
        run("apt-get", "--quiet", "update");
        run(Stream.concat(
                        Stream.of(
                                "apt-get",
                                "--quiet",
                                "--yes",
                                "--no-install-recommends",
                                "--option=DPkg::Lock::Timeout=300",
                                "install"),
                        PACKAGES.stream())
                .toArray(String[]::new));
        return installed().orElseThrow(() -> new IllegalStateException("chromium was installed, but is not found"));
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
