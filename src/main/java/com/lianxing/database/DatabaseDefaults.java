package com.lianxing.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides once, before any bean exists, what follows from where the data live: with the embedded server the demo company
 * is on unless refused, and then only for this machine; with an outside server there is none, and asking for one is an
 * error.
 */
class DatabaseDefaults implements EnvironmentPostProcessor {

    static final String EMBEDDED = "lianxing.embedded";

    private static final String DEMO = "lianxing.demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean outside = environment.containsProperty("spring.datasource.url");
        boolean demo = environment.getProperty(DEMO, Boolean.class, !outside);
        if (outside && demo) {
            throw new StartRefused(
                    "lianxing.demo=true is refused with an outside database: demo accounts have a public password.",
                    "Leave out lianxing.demo, or leave out spring.datasource.url to run on the embedded server.");
        }
        String address = environment.getProperty("server.address", "");
        if (demo && !isThisMachineOnly(address)) {
            throw new StartRefused(
                    "The demo company is refused on the address '%s': its accounts have a public password."
                            .formatted(address),
                    "Leave out server.address (SERVER_ADDRESS) to serve this machine only, or set lianxing.demo=false "
                            + "(LIANXING_DEMO=false) and name an administrator.");
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "lianxing-database",
                        Map.of(
                                EMBEDDED,
                                !outside,
                                DEMO,
                                demo,
                                "lianxing.secure-cookies",
                                !demo,
                                "lianxing.clock",
                                demo ? "movable" : "system")));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "lianxing-database-name", Map.of("lianxing.database", demo ? "lianxing_demo" : "lianxing")));
    }

    /** No address at all means all addresses of the machine. */
    private static boolean isThisMachineOnly(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
