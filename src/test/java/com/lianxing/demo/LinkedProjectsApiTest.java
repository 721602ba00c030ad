package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.project.ProjectCode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links between projects as managers make them, over HTTP and on the project's page. */
@LianxingTest
class LinkedProjectsApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certification;

    private ProjectCode stock;
    private ProjectCode other;

    @BeforeEach
    void twoProjects() {
        company.enrolTheCompany();
        stock = company.startedAt("userTask_planBudget");
        other = company.startedAt("userTask_planBudget");
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aManagerLinksTwoProjectsAndBothPagesShowIt() {
        ProjectCode clearance = certification.started();

        assertThat(link("pm", stock, clearance, "NEEDS_CLEARANCE").statusCode()).isEqualTo(201);

        assertThat(pm().get("/api/projects/" + clearance + "/links").body())
                .contains("\"waiting\":\"" + stock + "\"", "\"needed\":\"" + clearance + "\"", "\"bufferDays\":10");
        assertThat(pm().get("/projects/" + stock).body()).contains(clearance.value());
        assertThat(pm().get("/projects/" + clearance).body()).contains(stock.value());
    }

    @Test
    void aCircleAnotherKindAndAStrangerAreRefusedByName() {
        link("pm", stock, other, "FEEDS_STOCK");

        assertThat(link("pm", other, stock, "FEEDS_STOCK"))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(409))
                .satisfies(refused -> assertThat(refused.body()).contains("link-in-circle"));
        assertThat(link("pm", stock, other, "NEEDS_CLEARANCE"))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(422))
                .satisfies(refused -> assertThat(refused.body()).contains("link-of-other-kind"));
        assertThat(link("ops", stock, other, "FEEDS_STOCK").statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeThatIsNoneIsToldOnThePage() {
        HttpResponse<String> answer = pm().fill(
                        "/projects/" + stock,
                        "/projects/" + stock + "/links",
                        Map.of("needs", "FDA-US-1999-999", "kind", "NEEDS_CLEARANCE", "bufferDays", "10"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(pm().get("/api/projects/" + stock + "/links").body()).contains("\"items\":[]");
    }

    private Visitor pm() {
        return Visitor.person(port, "pm", DemoAccounts.PASSWORD);
    }

    private HttpResponse<String> link(String person, ProjectCode waiting, ProjectCode needed, String kind) {
        return Visitor.program(port, person, DemoAccounts.PASSWORD)
                .send(
                        "POST",
                        "/api/projects/" + waiting + "/links",
                        "application/json",
                        "application/json",
                        "{\"needs\":\"%s\",\"kind\":\"%s\",\"bufferDays\":10}".formatted(needed, kind),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
