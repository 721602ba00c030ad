package com.lianxing.process.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.calendar.Deadline;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.money.Money;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.Prospect;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.process.WayOut;
import com.lianxing.process.WayOut.Kind;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What may become of a running project, and what can be done about it. */
@LianxingTest
class WaysOutTest {

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects inbound;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private ProjectSchedules schedules;

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectLinks links;

    @BeforeEach
    void enrolTheCompany() {
        inbound.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        inbound.releaseTheClock();
    }

    @Test
    void aTargetThatHoldsNeedsNoWayOut() {
        ProjectCode project = inbound.started();
        moveTarget(project, 400);

        assertThat(schedules.waysOut(projects.require(project))).isEmpty();
    }

    /** 52 days by sea in less than containers, 45 in full ones, 30 by a fast vessel, 12 by air: the demo's reference values. */
    @Test
    void aFasterModeShortensTheVoyageInProportion() {
        ProjectCode project = inbound.startedAt("userTask_placeOrder");
        moveTarget(project, -60);
        Instant before = schedule(project).finish();

        List<WayOut> ways = schedules.waysOut(projects.require(project));

        assertThat(ways)
                .extracting(WayOut::finish)
                .isSorted()
                .allSatisfy(finish -> assertThat(finish).isBefore(before));
        assertThat(ways)
                .extracting(WayOut::kind, WayOut::about)
                .contains(
                        tuple(Kind.FASTER_TRANSPORT, "fact.mode.AIR"),
                        tuple(Kind.FASTER_TRANSPORT, "fact.mode.OCEAN_FCL"),
                        tuple(Kind.OTHER_PLACEMENT, ""));
        assertThat(Duration.between(way(ways, "fact.mode.AIR").finish(), before))
                .as("20 days of a voyage of 52 are 5 of one of 12, give or take a weekend")
                .isBetween(Duration.ofDays(13), Duration.ofDays(19));
        assertThat(way(ways, "fact.mode.AIR").finish())
                .isBefore(way(ways, "fact.mode.OCEAN_FAST").finish());
    }

    @Test
    void whatWaitsForAnotherProjectCanBeLeftOut() {
        ProjectCode goods = inbound.started();
        Instant alone = schedule(goods).finish();
        ProjectCode clearance = certification.started();
        links.link(new ProjectLink(goods, clearance, LinkKind.NEEDS_CLEARANCE, 60), "pm");

        WayOut without = schedules.waysOut(projects.require(goods)).stream()
                .filter(way -> way.kind() == Kind.WITHOUT)
                .findFirst()
                .orElseThrow();

        assertThat(without.about()).isEqualTo(clearance.value());
        assertThat(without.finish()).isEqualTo(alone);
    }

    @Test
    void aBufferThatIsBeingUsedIsAWayOutAsLongAsTheTargetHolds() {
        ProjectCode project = inbound.started();
        Schedule schedule = schedule(project);
        Duration late = Duration.between(projects.require(project).target().instant(), schedule.finish());
        moveTarget(project, late.toDays() + 2);

        assertThat(schedule(project).isFeasible()).isTrue();
        assertThat(schedules.waysOut(projects.require(project)))
                .extracting(WayOut::kind)
                .contains(Kind.LESS_BUFFER);
    }

    @Test
    void walksOfARunningProjectAreTheSameForTheSameSeedAndSpreadAroundItsForecast() {
        ProjectCode project = inbound.started();
        Project found = projects.require(project);

        Prospect prospect = schedules.prospect(found, 200, 42, Locale.ENGLISH);

        assertThat(prospect.outcome().finishes())
                .isEqualTo(schedules
                        .prospect(found, 200, 42, Locale.ENGLISH)
                        .outcome()
                        .finishes());
        assertThat(prospect.outcome().finishBy(10)).isBefore(prospect.outcome().finishBy(90));
        assertThat(prospect.outcome().finishBy(90))
                .as("what may take much longer, and hardly shorter, ends later than its likely lengths add up to")
                .isAfter(schedule(project).finish());
        assertThat(prospect.outcome().costBy(100))
                .as("an exam is met now and then")
                .isPositive();
        assertThat(prospect.drivers()).isNotEmpty();
    }

    /** Each arrow of the chart is a way through the network, and nothing that takes time lies on it. */
    @Test
    void theChartLeadsFromStepToStepAsTheDiagramDoes() {
        ProjectCode project = inbound.started();
        ProjectSchedule planned =
                schedules.of(projects.require(project), Locale.ENGLISH).orElseThrow();
        List<String> shown = planned.steps().stream().map(ScheduledStep::id).toList();

        assertThat(planned.steps()).allSatisfy(step -> assertThat(shown).containsAll(step.dependsOn()));
        assertThat(planned.steps())
                .filteredOn(step -> step.id().equals("userTask_placeOrder"))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.dependsOn()).containsExactly("callActivity_approveBudget/userTask_decide"));
        assertThat(Visitor.person(port, "pm", DemoAccounts.PASSWORD)
                        .get("/projects/" + project + "/gantt")
                        .body())
                .contains("\"language\":\"zh\"", "\"id\":\"userTask_placeOrder\"", "美国：");
    }

    @Test
    void thePageAndTheApiSayIt() {
        ProjectCode project = inbound.startedAt("userTask_placeOrder");
        moveTarget(project, -60);
        Visitor pm = Visitor.person(port, "pm", DemoAccounts.PASSWORD);

        assertThat(pm.get("/projects/" + project + "/outlook").body())
                .contains("改用更快的运输", "空运")
                .doesNotContain("wayOut.");
        assertThat(pm.get("/api/projects/" + project + "/schedule/outlook?walks=50&seed=3")
                        .body())
                .contains("\"walks\":50", "\"p90\":{\"local\":");
        assertThat(pm.get("/api/projects/" + project + "/schedule/options").body())
                .contains("\"kind\":\"FASTER_TRANSPORT\"");
        assertThat(pm.get("/api/projects/" + project + "/schedule").body())
                .contains("\"worst\":{\"local\":", "\"awaits\":[]");
        assertThat(pm.get("/projects/" + project).body()).contains("/projects/" + project + "/outlook");
        assertThat(Visitor.person(port, "integrator", DemoAccounts.PASSWORD)
                        .get("/projects/" + project + "/outlook")
                        .statusCode())
                .isEqualTo(403);
    }

    /** 100 pieces of half a kilogram by air at 6.50 dollars, less 0.2 cubic metres at 150 dollars by sea. */
    @Test
    void whatFlyingCostsMoreIsWhatTheRatesSay() {
        ProjectCode project = inbound.startedAt("userTask_placeOrder");
        moveTarget(project, -60);

        assertThat(way(schedules.waysOut(projects.require(project)), "fact.mode.AIR")
                        .cost())
                .isEqualTo(Money.parse("295.00", "USD"));
    }

    private static WayOut way(List<WayOut> ways, String about) {
        return ways.stream()
                .filter(way -> way.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private Schedule schedule(ProjectCode project) {
        return schedules
                .of(projects.require(project), Locale.ENGLISH)
                .orElseThrow()
                .schedule();
    }

    private void moveTarget(ProjectCode project, long days) {
        Deadline before = projects.require(project).target();
        projects.moveTarget(
                project, new Deadline(before.local().plusDays(days), before.zone(), before.kind()), "for the test");
    }
}
