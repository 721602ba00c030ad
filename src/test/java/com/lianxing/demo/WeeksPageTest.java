package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.project.ProjectCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of the coming weeks: who works on what, and where two projects want the same person at once. */
@LianxingTest
class WeeksPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private LaunchProjects launches;

    @Autowired
    private InboundProjects inbound;

    @BeforeEach
    void enrolTheCompany() {
        inbound.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        inbound.releaseTheClock();
    }

    @Test
    void twoLaunchesThatWantTheSamePersonInOneWeekClash() {
        ProjectCode one = launches.started();
        ProjectCode other = launches.started();

        String page =
                Visitor.person(port, "pm", DemoAccounts.PASSWORD).get("/weeks").body();

        assertThat(page).contains(one.value(), other.value(), "录入SKU与日历", "冲突");
    }

    @Test
    void otherProjectsAreShownOnDemandInTheReadersLanguage() {
        ProjectCode project = inbound.started();
        Visitor manager = Visitor.person(port, "manager", DemoAccounts.PASSWORD);

        assertThat(manager.get("/weeks").body()).doesNotContain(project.value());
        assertThat(manager.get("/weeks?all=true").body())
                .contains(project.value(), "Plan quantities per SKU", "Week of ");
    }

    @Test
    void whoDoesNotReadProjectsDoesNotReadTheirWeeks() {
        assertThat(Visitor.person(port, "integrator", DemoAccounts.PASSWORD)
                        .get("/weeks")
                        .statusCode())
                .isEqualTo(403);
    }
}
