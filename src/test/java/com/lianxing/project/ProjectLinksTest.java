package com.lianxing.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class ProjectLinksTest {

    @Autowired
    private ProjectLinks links;

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void enrolTheCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aLinkStandsInBothTrailsAndIsMadeOnce() {
        ProjectCode stock = stock();
        ProjectCode clearance = certification.started();
        ProjectLink link = new ProjectLink(stock, clearance, LinkKind.NEEDS_CLEARANCE, 10);

        assertThat(links.link(link, "pm")).isEqualTo(ProjectLinks.Outcome.LINKED);
        assertThat(links.link(link, "pm")).isEqualTo(ProjectLinks.Outcome.ALREADY);

        assertThat(links.neededBy(stock)).containsExactly(link);
        assertThat(links.waitingFor(clearance)).containsExactly(link);
        assertThat(linkedEntries(stock)).isEqualTo(1);
        assertThat(linkedEntries(clearance)).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForHimselfOverHoweverManyOthers() {
        ProjectCode first = stock();
        ProjectCode second = stock();
        ProjectCode third = stock();
        assertThat(feeds(first, second)).isEqualTo(ProjectLinks.Outcome.LINKED);
        assertThat(feeds(second, third)).isEqualTo(ProjectLinks.Outcome.LINKED);

        assertThat(feeds(third, first)).isEqualTo(ProjectLinks.Outcome.LINK_IN_CIRCLE);
        assertThat(feeds(first, first)).isEqualTo(ProjectLinks.Outcome.LINK_IN_CIRCLE);

        links.end(links.neededBy(first).get(0), "pm", "bought elsewhere");
        assertThat(feeds(third, first)).as("the circle is open again").isEqualTo(ProjectLinks.Outcome.LINKED);
    }

    @Test
    void twoLinksMadeAtOnceCloseNoCircle() throws Exception {
        for (int round = 0; round < 5; round++) {
            ProjectCode one = stock();
            ProjectCode other = stock();
            ProjectCode third = stock();
            List<ProjectLinks.Outcome> outcomes =
                    atOnce(List.of(List.of(one, other), List.of(other, third), List.of(third, one)));

            assertThat(outcomes)
                    .containsOnlyOnce(ProjectLinks.Outcome.LINK_IN_CIRCLE)
                    .filteredOn(ProjectLinks.Outcome.LINKED::equals)
                    .hasSize(2);
        }
    }

    @Test
    void clearanceComesFromAnFdaProjectAndStockFromAnInboundOne() {
        ProjectCode stock = stock();
        ProjectCode clearance = certification.started();

        assertThat(links.link(new ProjectLink(stock, clearance, LinkKind.FEEDS_STOCK, 0), "pm"))
                .isEqualTo(ProjectLinks.Outcome.LINK_OF_OTHER_KIND);
        assertThat(links.link(new ProjectLink(clearance, stock, LinkKind.FEEDS_STOCK, 0), "pm"))
                .isEqualTo(ProjectLinks.Outcome.LINK_OF_OTHER_KIND);
    }

    @Test
    void aLinkNeverChangesBehindTheTrail() {
        ProjectCode stock = stock();
        links.link(new ProjectLink(stock, certification.started(), LinkKind.NEEDS_CLEARANCE, 10), "pm");

        assertThatThrownBy(() -> jdbc.sql("update project_link set buffer_days = 0 where waiting_code = ?")
                        .param(stock.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
    }

    private ProjectCode stock() {
        return company.startedAt("userTask_planBudget");
    }

    private ProjectLinks.Outcome feeds(ProjectCode waiting, ProjectCode needed) {
        return links.link(new ProjectLink(waiting, needed, LinkKind.FEEDS_STOCK, 0), "pm");
    }

    private List<ProjectLinks.Outcome> atOnce(List<List<ProjectCode>> pairs)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(pairs.size());
        try {
            List<Future<ProjectLinks.Outcome>> running = new ArrayList<>();
            for (List<ProjectCode> pair : pairs) {
                running.add(threads.submit(() -> feeds(pair.get(0), pair.get(1))));
            }
            List<ProjectLinks.Outcome> outcomes = new ArrayList<>();
            for (Future<ProjectLinks.Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private long linkedEntries(ProjectCode project) {
        return audit.entries(Projects.SUBJECT, project.value(), 0, 100).stream()
                .filter(entry -> entry.action().equals("project.linked"))
                .count();
    }
}
