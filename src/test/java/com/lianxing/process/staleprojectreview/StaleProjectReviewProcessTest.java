package com.lianxing.process.staleprojectreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Messages;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.StaleProjects;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/stale-project-review.bpmn}. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaleProjectReviewProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private StaleProjectWatch watch;

    @Autowired
    private StaleProjects stale;

    @Autowired
    private Projects projects;

    @Autowired
    private Messages messages;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Clock clock;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(StaleProjectReview.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(StaleProjectReview.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void afterThirtyDaysWithoutAnybodysWorkTheManagerIsAskedOnceAndListsLeaveItOut() {
        ProjectCode project = company.started();
        company.letPass(StaleProjects.QUIET.minusHours(1));
        assertThat(stale.quiet()).doesNotContain(project);

        company.letPass(Duration.ofHours(2));
        watch.look();
        watch.look();

        assertThat(company.open(project)).containsExactly("userTask_planQuantities", "userTask_reviewProject");
        assertThat(company.task(project, "userTask_reviewProject").dueAt())
                .isEqualTo(clock.now().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.MILLIS));
        assertThat(listed(project)).isFalse();
        assertThat(projects.listStale(before(project), 1))
                .extracting(Project::code)
                .containsExactly(project);

        company.does(project, "userTask_reviewProject", "nextReviewOn", day(45));
        assertThat(listed(project)).isTrue();
        company.letPass(Duration.ofDays(44));
        assertThat(stale.quiet()).doesNotContain(project);
        company.letPass(Duration.ofDays(2));
        assertThat(stale.quiet()).contains(project);
    }

    @Test
    void aProjectThatIsClosedIsCancelledByItsOwnProcess() {
        ProjectCode project = reviewed();
        assertThatThrownBy(() -> company.does(project, "userTask_reviewProject", "nextReviewOn", null))
                .hasMessageContaining("rule.nextReview");

        company.does(project, "userTask_reviewProject", "staleDecision", "CLOSE", "nextReviewOn", null);

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
        assertNothingRuns(project);
    }

    @Test
    void workInTheProjectEndsTheReviewByItself() {
        ProjectCode project = reviewed();
        company.does(project, "userTask_planQuantities");

        watch.look();

        assertThat(company.open(project)).doesNotContain("userTask_reviewProject");
        assertThat(stale.markedAt(project)).isEmpty();
        assertThat(listed(project)).isTrue();
    }

    @Test
    void aProjectThatIsCancelledMeanwhileNeedsNoReview() {
        ProjectCode project = reviewed();

        messages.report(new Messages.Report(
                project + ":over",
                project,
                ProjectProcess.CANCEL_REQUESTED,
                null,
                null,
                "{\"reason\":\"test\"}",
                "pm",
                null));

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
        assertNothingRuns(project);
    }

    @Test
    void whatNobodyDecidesInTimeIsEscalatedUntilSomebodyDoes() {
        ProjectCode project = reviewed();
        company.letBecomeLate(project, "userTask_reviewProject");
        assertThat(company.isEscalated(project)).isTrue();

        company.does(project, "userTask_reviewProject");

        assertThat(company.isEscalated(project)).isFalse();
    }

    private ProjectCode reviewed() {
        ProjectCode project = company.started();
        company.letPass(StaleProjects.QUIET.plusHours(1));
        watch.look();
        assertThat(company.open(project)).contains("userTask_reviewProject");
        return project;
    }

    private String day(int days) {
        return clock.today(ZoneId.of("Asia/Shanghai")).plusDays(days).toString();
    }

    /** A code right before that one. */
    private static String before(ProjectCode project) {
        String code = project.value();
        int last = Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
        return code.substring(0, code.lastIndexOf('-') + 1) + "%03d".formatted(last - 1);
    }

    private boolean listed(ProjectCode project) {
        List<Project> next = projects.list(before(project), 1);
        return !next.isEmpty() && next.get(0).code().equals(project);
    }

    private void assertNothingRuns(ProjectCode project) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
    }
}
