package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each reads his own messages on his clock and in his language, and says where mail is sent. */
@LianxingTest
class InboxPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects inbound;

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @BeforeEach
    void enrolTheCompany() {
        inbound.enrolTheCompany();
    }

    @AfterEach
    void nobodyHasAnAddress() {
        people.setEmail("pm", null);
        inbound.releaseTheClock();
    }

    @Test
    void eachReadsHisOwnMessagesInHisLanguageOnBothClocks() {
        String mark = UUID.randomUUID().toString();
        outbox.put(new Notification(
                "inbox-" + mark,
                "pm",
                "STEP_REMINDER",
                "FBA-US-2026-001",
                "请订舱 " + mark,
                "Please book " + mark,
                Instant.parse("2026-11-27T01:00:00Z")));

        assertThat(person("pm").get("/inbox").body())
                .contains("请订舱 " + mark, "2026-11-27 09:00", "11-26 17:00 PT", "/projects/FBA-US-2026-001")
                .doesNotContain("Please book");
        assertThat(person("manager").get("/inbox").body()).doesNotContain(mark);
    }

    @Test
    void anAddressIsSavedRefusedAndTakenAway() {
        person("pm").fill("/inbox", "/inbox/address", Map.of("email", " wang@example.com "));
        assertThat(people.emailOf("pm")).contains("wang@example.com");

        person("pm").fill("/inbox", "/inbox/address", Map.of("email", "nobody at home"));
        assertThat(people.emailOf("pm")).as("as it was").contains("wang@example.com");

        person("pm").fill("/inbox", "/inbox/address", Map.of("email", ""));
        assertThat(people.emailOf("pm")).isEmpty();
    }

    private Visitor person(String id) {
        return Visitor.person(port, id, DemoAccounts.PASSWORD);
    }
}
