package com.lianxing.audit;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** With {@code --verify-audit} on the command line nothing else works: no job runs, and no fixed port is taken. */
class VerifyAuditDefaults implements EnvironmentPostProcessor {

    static final String ACTIVE = "lianxing.verify-audit";

    private static final String OPTION = "verify-audit";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean asked = environment.getPropertySources().stream()
                .anyMatch(
                        source -> source instanceof CommandLinePropertySource<?> line && line.containsProperty(OPTION));
        if (asked) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "lianxing-verify-audit",
                            Map.of(
                                    ACTIVE,
                                    "true",
                                    "server.port",
                                    "0",
                                    "server.address",
                                    "127.0.0.1",
                                    "camunda.bpm.job-execution.enabled",
                                    "false")));
        }
    }
}
