package com.lianxing.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides once, before any bean exists, what follows from where the data live: with the embedded server the demo company
 * is on unless refused; with an outside server there is none, and asking for one is an error.
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
}
