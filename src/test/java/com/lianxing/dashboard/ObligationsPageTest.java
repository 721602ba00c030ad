package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.project.ProjectCode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LianxingTest
class ObligationsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Obligations obligations;

    private ProjectCode project;

    @BeforeEach
    void aProject() {
        company.enrolTheCompany();
        project = company.startedAt("userTask_planBudget");
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aContractIsEnteredOnceAndListedWithItsDate() {
        Map<String, String> contract = contract("pm", "compliance");

        for (int click = 1; click <= 2; click++) {
            assertThat(enter("pm", contract)).isEqualTo(302);
        }

        assertThat(obligations.of(project)).singleElement().satisfies(entered -> {
            assertThat(entered.owner()).isEqualTo("pm");
            assertThat(entered.terms().noticeDays()).isEqualTo(30);
        });
        assertThat(person("manager").get("/obligations").body())
                .contains("ERP <b>".replace("<b>", "&lt;b&gt;"), project.value());
    }

    @Test
    void aContractWithoutAnotherDeputyIsNotEntered() {
        enter("pm", contract("pm", "pm"));

        assertThat(obligations.of(project)).isEmpty();
    }

    @Test
    void whoeverKeepsNoContractsEntersNone() {
        assertThat(enter("logistics", contract("pm", "compliance"))).isEqualTo(403);

        assertThat(obligations.of(project)).isEmpty();
    }

    @Test
    void itIsHandedOverAndEndedBySomebodyOtherThanItsOwner() {
        enter("pm", contract("pm", "compliance"));
        Obligation entered = obligations.of(project).get(0);
        String one = "/obligations/" + entered.id();

        post("pm", one + "/people", Map.of("owner", "compliance", "deputy", "compliance"));
        assertThat(obligations.require(entered.id()).owner()).isEqualTo("pm");
        post("pm", one + "/people", Map.of("owner", "compliance", "deputy", "pm"));
        assertThat(obligations.require(entered.id()).owner()).isEqualTo("compliance");

        post("compliance", one + "/end", Map.of("reason", "cancelled"));
        post("pm", one + "/end", Map.of("reason", " "));
        assertThat(obligations.require(entered.id()).goesOn()).isTrue();
        assertThat(post("manager", one + "/end", Map.of("reason", "cancelled"))).isEqualTo(403);
        post("pm", one + "/end", Map.of("reason", "cancelled"));

        assertThat(obligations.require(entered.id()).goesOn()).isFalse();
        assertThat(obligations.standings())
                .extracting(standing -> standing.obligation().id())
                .doesNotContain(entered.id());
    }

    private int post(String who, String path, Map<String, String> fields) {
        return person(who).fill("/obligations", path, fields).statusCode();
    }

    private Map<String, String> contract(String owner, String deputy) {
        return new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "kind", "SUBSCRIPTION",
                "name", "ERP <b>",
                "number", "S-1",
                "project", project.value(),
                "from", "2026-02-28",
                "everyMonths", "12",
                "noticeDays", "30",
                "owner", owner,
                "deputy", deputy));
    }

    private int enter(String who, Map<String, String> contract) {
        return person(who).fill("/obligations", "/obligations", contract).statusCode();
    }

    private Visitor person(String id) {
        return Visitor.person(port, id, DemoAccounts.PASSWORD);
    }
}
