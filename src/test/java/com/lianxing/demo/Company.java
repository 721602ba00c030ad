package com.lianxing.demo;

import com.lianxing.Chromium;
import com.lianxing.RunningApplication;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The demo company at work: the packaged application with its own database, and a desk for each person who came. Amazon is
 * not connected, so that people enter all there is to enter.
 */
final class Company implements AutoCloseable {

    private final Path dataDir;
    private final RunningApplication application;
    private final Chromium chromium;
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    private Company(Path dataDir, RunningApplication application, Chromium chromium) {
        this.dataDir = dataDir;
        this.application = application;
        this.chromium = chromium;
    }

    static Company open(Path dataDir) {
        RunningApplication application =
                RunningApplication.launch("browser", dataDirArgument(dataDir), "--lianxing.demo-amazon=false");
        try {
            Chromium chromium = Chromium.launch();
            application.awaitReady();
            return new Company(dataDir, application, chromium);
        } catch (RuntimeException | Error e) {
            application.close();
            throw e;
        }
    }

    private static String dataDirArgument(Path dataDir) {
        return "--lianxing.data-dir=" + dataDir;
    }

    RunningApplication application() {
        return application;
    }

    /** The desk of a demo account; who is new here signs in first. */
    Desk desk(String id) {
        return desks.computeIfAbsent(id, wanted -> {
            DemoAccounts.Account account = DemoAccounts.ALL.stream()
                    .filter(known -> known.id().equals(wanted))
                    .findFirst()
                    .orElseThrow();
            return Desk.of(account, chromium.browser(), application.url(""));
        });
    }

    /** Takes pictures of every desk as it is now; answers where each of them is, and what went wrong there. */
    String photograph(String name) {
        StringBuilder seen = new StringBuilder();
        desks.forEach((id, desk) -> {
            desk.screenshot(name + "-" + id);
            seen.append("%n%s at %s: %s".formatted(id, desk.page().url(), desk.troubles()));
        });
        return seen.toString();
    }

    /** Stops the application and has its record verified on the command line; answers what that printed. */
    String verifyRecord() {
        application.close();
        RunningApplication verification =
                RunningApplication.launch("verify-audit", "--verify-audit", dataDirArgument(dataDir));
        int code = verification.awaitEnd();
        return "exit " + code + "\n" + verification.log();
    }

    @Override
    public void close() {
        chromium.close();
        application.close();
    }
}
