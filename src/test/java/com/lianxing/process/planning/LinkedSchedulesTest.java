package com.lianxing.process.planning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.lianxing.LianxingTest;
import com.lianxing.RoundTrips;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.Actual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects that wait for each other are planned as if their diagrams were one. */
@LianxingTest
class LinkedSchedulesTest {

    private static final int BUFFER_DAYS = 10;
    private static final String WAITS = "serviceTask_assessModes";

    @Autowired
    private InboundProjects inbound;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private LinkedSchedules schedules;

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectLinks links;

    @Autowired
    private RoundTrips roundTrips;

    @Autowired
    private AsApplication application;

    @Autowired
    private Clock clock;

    private ProjectCode goods;
    private ProjectCode clearance;

    @BeforeEach
    void twoProjects() {
        inbound.enrolTheCompany();
        goods = inbound.started();
        clearance = certification.started();
    }

    @AfterEach
    void releaseTheClock() {
        inbound.releaseTheClock();
    }

    @Test
    void whatWaitsIsDoneLaterAndWhatIsNeededMustBeDoneEarlier() {
        moveTarget(goods, 400);
        moveTarget(clearance, 400);
        Planned alone = planned(goods);
        Planned free = planned(clearance);

        link();

        Planned waiting = planned(goods);
        Planned needed = planned(clearance);
        assertThat(waiting.awaits())
                .extracting(LinkedSchedules.Awaited::needed, LinkedSchedules.Awaited::finish)
                .containsExactly(tuple(clearance, needed.schedule().finish()));
        assertThat(waiting.schedule().finish()).isAfter(alone.schedule().finish());
        assertThat(waiting.schedule().row(WAITS).earliest().finish())
                .isEqualTo(needed.schedule().finish().plus(Duration.ofDays(BUFFER_DAYS)));
        assertThat(needed.neededBy()).isEqualTo(goods);
        assertThat(needed.schedule().fixedEnd())
                .isEqualTo(waiting.schedule().row(WAITS).latest().finish().minus(Duration.ofDays(BUFFER_DAYS)))
                .isBefore(free.schedule().fixedEnd());
    }

    /** The same forecast from one network, in which what lies between the two is a step. */
    @Test
    void theForecastIsThatOfOneNetwork() {
        moveTarget(goods, 400);
        link();
        inbound.letPass(Duration.ofDays(3));
        Planned waiting = planned(goods);
        Planned needed = planned(clearance);
        List<Step> steps = new ArrayList<>();
        List<Link> between = new ArrayList<>();
        Map<String, Actual> actuals = new HashMap<>();
        Network first = add(needed, "needed:", steps, between, actuals);
        Network second = add(waiting, "waiting:", steps, between, actuals);
        steps.add(new Step(
                "buffer",
                Effort.of(BUFFER_DAYS * 24, Effort.Unit.HOUR),
                first.step(first.last()).place()));
        between.add(new Link("needed:" + first.last(), "buffer"));
        second.after(WAITS).forEach(next -> between.add(new Link("buffer", "waiting:" + next)));

        Schedule one =
                Schedule.of(new Network(steps, between), waiting.schedule().fixedEnd(), actuals, clock.now());

        assertThat(waiting.schedule().finish()).isEqualTo(one.finish());
        assertThat(one.chain()).contains("buffer");
    }

    /** Of many linked projects as of one, and however many steps their plans have. */
    @Test
    void schedulesCostSixRoundTripsHoweverManyTheyAre() {
        link();
        planned(goods);
        List<Project> both = Stream.of(goods, clearance, inbound.started(), certification.started())
                .map(projects::require)
                .toList();

        assertThat(roundTrips.of(() -> of(both)).sent()).hasSizeLessThanOrEqualTo(6);
        assertThat(roundTrips.of(() -> of(both.subList(0, 1))).sent()).hasSizeLessThanOrEqualTo(6);
    }

    private Network add(
            Planned planned, String prefix, List<Step> steps, List<Link> between, Map<String, Actual> actuals) {
        Network network = planned.plan()
                .network()
                .network(planned.places(), Ways.LIKELY, planned.progress().begun());
        for (String id : network.order()) {
            Step step = network.step(id);
            steps.add(new Step(prefix + id, step.effort(), step.place()));
            network.after(id).forEach(next -> between.add(new Link(prefix + id, prefix + next)));
        }
        planned.progress().actuals().forEach((path, actual) -> actuals.put(prefix + path, actual));
        return network;
    }

    private void link() {
        assertThat(links.link(new ProjectLink(goods, clearance, LinkKind.NEEDS_CLEARANCE, BUFFER_DAYS), "pm"))
                .isEqualTo(ProjectLinks.Outcome.LINKED);
    }

    private Planned planned(ProjectCode project) {
        return requireNonNull(of(List.of(projects.require(project))).get(project));
    }

    private Map<ProjectCode, Planned> of(List<Project> some) {
        return application.call(() -> schedules.of(some, clock.now()));
    }

    private void moveTarget(ProjectCode project, int days) {
        Deadline before = projects.require(project).target();
        projects.moveTarget(
                project, new Deadline(before.local().plusDays(days), before.zone(), before.kind()), "for the test");
    }
}
