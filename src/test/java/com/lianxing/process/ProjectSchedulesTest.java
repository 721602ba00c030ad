package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.RoundTrips;
import com.lianxing.demo.InboundProjects;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Schedule.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The schedule of a running project follows what its people do. */
@LianxingTest
class ProjectSchedulesTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private ProjectSchedules schedules;

    @Autowired
    private Projects projects;

    @Autowired
    private RoundTrips roundTrips;

    @BeforeEach
    void enrolTheCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void whatIsDoneIsDoneAndWhatIsDelayedMovesTheEnd() {
        ProjectCode project = company.started();
        ProjectSchedule before = schedule(project);
        assertThat(step(before, "userTask_planQuantities").row().state()).isEqualTo(State.RUNNING);
        assertThat(step(before, "userTask_placeOrder").row().state()).isEqualTo(State.AHEAD);

        company.letPass(Duration.ofDays(14));
        company.does(project, "userTask_planQuantities");

        ProjectSchedule after = schedule(project);
        assertThat(step(after, "userTask_planQuantities").row().state()).isEqualTo(State.DONE);
        assertThat(step(after, "userTask_checkCompliance").row().state()).isEqualTo(State.RUNNING);
        assertThat(after.schedule().finish())
                .as("two weeks later than it could have been")
                .isAfter(before.schedule().finish().plus(Duration.ofDays(7)));
        Instant placed = step(before, "userTask_placeOrder").row().latest().start();
        assertThat(step(after, "userTask_placeOrder").row().latest().start())
                .as("the target did not move, so what it asks for did not either")
                .isEqualTo(placed);
    }

    @Test
    void whatIsReturnedIsAheadAgain() {
        ProjectCode project = company.startedAt("userTask_planBudget");
        company.does(project, "userTask_planBudget");
        assertThat(step(schedule(project), "userTask_planBudget").row().state()).isEqualTo(State.DONE);
        assertThat(step(schedule(project), "callActivity_approveBudget/userTask_decide")
                        .row()
                        .state())
                .isEqualTo(State.RUNNING);

        company.decide(project, "RETURN");

        ProjectSchedule returned = schedule(project);
        assertThat(step(returned, "userTask_planQuantities").row().state()).isEqualTo(State.RUNNING);
        assertThat(step(returned, "userTask_planBudget").row().state()).isEqualTo(State.AHEAD);
        assertThat(step(returned, "callActivity_approveBudget/userTask_decide")
                        .row()
                        .state())
                .as("it was decided, and will be again")
                .isEqualTo(State.AHEAD);
    }

    @Test
    void stepsAreNamedInTheReadersLanguageAfterWhatCallsThem() {
        ProjectCode project = company.started();

        assertThat(step(schedule(project), "callActivity_approveOrder/userTask_decide")
                        .name())
                .isEqualTo("Approve the order › Decide on the request");
        assertThat(schedules
                        .of(projects.require(project), Locale.CHINESE)
                        .orElseThrow()
                        .steps())
                .extracting(ScheduledStep::name)
                .allSatisfy(name -> assertThat(name).containsPattern("\\p{IsHan}"));
        assertThat(step(schedule(project), "userTask_placeOrder").groups()).containsExactly("purchasing");
    }

    /** Project, instance, and the history of all that it called: however long the plan is. */
    @Test
    void aScheduleCostsFewRoundTrips() {
        ProjectCode project = company.started();
        schedule(project);

        assertThat(roundTrips.of(() -> schedule(project)).sent()).hasSizeLessThanOrEqualTo(8);
    }

    private ProjectSchedule schedule(ProjectCode project) {
        return schedules.of(projects.require(project), Locale.ENGLISH).orElseThrow();
    }

    private static ScheduledStep step(ProjectSchedule schedule, String id) {
        return schedule.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
