package com.lianxing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** Demo accounts have a public password: where they may be, and what else follows from where the data live. */
class DatabaseDefaultsTest {

    private final MockEnvironment environment = new MockEnvironment();

    private void decide() {
        new DatabaseDefaults().postProcessEnvironment(environment, new SpringApplication());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.5", "::1", "localhost"})
    void theDemoServesThisMachine(String address) {
        environment.setProperty("server.address", address);
        decide();
        assertThat(environment.getProperty("lianxing.demo", Boolean.class)).isTrue();
        assertThat(environment.getProperty("lianxing.secure-cookies", Boolean.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.0.2.7", "no such host"})
    void theDemoIsRefusedAnywhereElseAndSaysWhatToDo(String address) {
        environment.setProperty("server.address", address);
        assertThatThrownBy(this::decide)
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(new StartRefused.Analyzer()
                                        .analyze(refused)
                                        .getAction())
                                .contains("LIANXING_DEMO=false"))
                .hasMessageContaining("public password");
    }

    @Test
    void withoutAnAddressAllAreServedSoTheDemoIsRefused() {
        assertThatThrownBy(this::decide).isInstanceOf(StartRefused.class);
    }

    @Test
    void theDemoIsRefusedOnAnOutsideDatabase() {
        environment.setProperty("server.address", "127.0.0.1");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/x");
        environment.setProperty("lianxing.demo", "true");
        assertThatThrownBy(this::decide).isInstanceOf(StartRefused.class).hasMessageContaining("outside database");
    }

    @Test
    void withoutTheDemoAnyAddressIsServedAndCookiesAreForTlsOnly() throws Exception {
        environment.setProperty("server.address", "0.0.0.0");
        environment.setProperty("lianxing.demo", "false");
        decide();
        assertThat(environment.getProperty("lianxing.demo", Boolean.class)).isFalse();
        assertThat(environment.getProperty("lianxing.secure-cookies", Boolean.class))
                .isTrue();
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        assertThat(settings.split("secure[a-z-]*: \\$\\{lianxing\\.secure-cookies}", -1))
                .as("the session's, Camunda's own, and Camunda's token")
                .hasSize(4);
    }
}
