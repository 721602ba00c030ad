package com.lianxing.process.amazonoperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.process.engine.Colleagues;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@code /api/connections} says of Amazon, in the reader's language. */
@LianxingTest
class ConnectionStateTest {

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    @AfterEach
    void disconnect() {
        amazon.disconnect();
    }

    @Test
    void withoutAnAccountItIsNotConnected() throws IOException {
        JsonNode connection = seenBy(Locale.ENGLISH);
        assertThat(connection.path("system").asText()).isEqualTo("amazon");
        assertThat(connection.path("state").asText()).isEqualTo("NOT_CONNECTED");
        assertThat(connection.path("lastSuccess").isNull()).isTrue();
        assertThat(connection.path("text").asText()).isEqualTo("Amazon: not connected. Every step is entered by hand.");
    }

    @Test
    void aConnectedAccountSaysWhenItLastAnsweredAndWhatFailedSince() throws IOException {
        amazon.connect();
        amazon.fails(Kind.UNAUTHORIZED, "denied", Duration.ZERO);
        JsonNode connection = seenBy(Locale.CHINESE);
        assertThat(connection.path("state").asText()).isEqualTo("CONNECTED");
        assertThat(connection.path("ageSeconds").asLong(-1)).isBetween(0L, 60L);
        assertThat(connection.path("failure").asText()).isEqualTo("UNAUTHORIZED");
        assertThat(connection.path("text").asText()).contains("亚马逊：已连接", "北京时间", "需卖家重新授权");
    }

    @Test
    void nobodySeesItWithoutSigningIn() {
        assertThat(Visitor.nobody(port).get("/api/connections").statusCode()).isEqualTo(401);
    }

    private JsonNode seenBy(Locale language) throws IOException {
        String person = colleagues.with(Role.LOGISTICS, "connection-" + language.getLanguage(), language);
        return json.readTree(Visitor.program(port, person, Colleagues.PASSWORD)
                        .get("/api/connections")
                        .body())
                .path("items")
                .path(0);
    }
}
