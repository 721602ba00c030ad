package com.lianxing.demo;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.calendar.MovableClock;
import com.lianxing.document.Documents;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.StartStep;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.sourcing.Supplier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills the demo database once: people, suppliers, products, reference values, and projects, each at another point of its
 * life. The projects are worked on through the real engine while the clock is moved through the past months; with {@code
 * lianxing.demo-projects=false} there are none.
 */
@Component
@Order(StartStep.DEMO)
@ConditionalOnProperty(name = "lianxing.demo", havingValue = "true")
class DemoCompany implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    /**
     * A project of the demo.
     *
     * @param begun days ago
     * @param target days after it began
     * @param until steps at which it waits today
     * @param unnamed see {@link ProjectPlayer#start}
     */
    private record Scene(
            String name, long begun, long target, Set<String> until, List<Turn> turns, Set<String> unnamed) {}

    /** In the order in which they began. */
    private static final List<Scene> SCENES = List.of(
            new Scene("春季补货 Spring replenishment", 150, 140, Set.of(), List.of(), Set.of()),
            new Scene(
                    "会员日备货 Prime event stock",
                    80,
                    95,
                    Set.of("userTask_recordClaimOutcome"),
                    Turn.SHORT_OF_TWENTY_LAMPS,
                    Set.of()),
            new Scene("卧室系列补货 Bedroom range", 65, 95, Set.of("userTask_recordRelease"), Turn.HELD_BY_CUSTOMS, Set.of()),
            new Scene(
                    "西岸补货 West coast restock",
                    47,
                    95,
                    Set.of("userTask_recordDeparture", "userTask_fileEntry"),
                    Turn.MISSED_VESSEL,
                    Set.of("logisticsPerson")),
            new Scene("圣诞补货 Christmas stock", 6, 95, Set.of("userTask_decide"), List.of(), Set.of()),
            new Scene(
                    "新年首批 First lot of the new year", 1, 120, Set.of("userTask_planQuantities"), List.of(), Set.of()));

    private static final Duration SUN_CREAM_BEGUN = Duration.ofDays(12);
    private static final Duration NIGHT_LIGHTS_BEGUN = Duration.ofDays(38);
    private static final Duration LAUNCH_BEGUN = Duration.ofDays(20);
    private static final long LAUNCH_TARGET = 55;

    private final DemoCatalogue catalogue;
    private final Projects projects;
    private final MovableClock clock;
    private final DemoLab lab;
    private final DemoRenewals renewals;
    private final ProjectPlayer player;
    private final boolean withProjects;

    DemoCompany(
            DemoCatalogue catalogue,
            Projects projects,
            WorkList work,
            ApprovalRequests approvals,
            Sheet.Sheets sheets,
            Documents documents,
            MovableClock clock,
            AmazonSide amazon,
            DemoLab lab,
            DemoRenewals renewals,
            @Value("${lianxing.demo-projects:true}") boolean withProjects) {
        this.catalogue = catalogue;
        this.projects = projects;
        this.clock = clock;
        this.lab = lab;
        this.renewals = renewals;
        this.player = new ProjectPlayer(work, approvals, projects, sheets, documents, clock, amazon);
        this.withProjects = withProjects;
    }

    @Override
    public void run() {
        if (projects.list("", 1).isEmpty() && projects.listStale("", 1).isEmpty()) {
            fill();
        }
    }

    private void fill() {
        Instant now = clock.now();
        try {
            clock.moveTo(now.minus(Duration.ofDays(150)));
            catalogue.fill();
            String factory = catalogue.supplier("Foshan Home Co., Ltd. 佛山家居", Supplier.Kind.FACTORY);
            String forwarder = catalogue.supplier("Ocean Bridge Logistics 海桥物流", Supplier.Kind.FORWARDER);
            if (withProjects) {
                playProjects(factory, forwarder, now);
            }
        } finally {
            clock.release();
        }
    }

    private void playProjects(String factory, String forwarder, Instant now) {
        LOG.info("Playing the demo company's projects");
        for (int number = 1; number <= SCENES.size(); number++) {
            Scene scene = SCENES.get(number - 1);
            clock.moveTo(now.minus(Duration.ofDays(scene.begun())));
            play(scene, new StepValues.Story(number, scene.name(), scene.target(), factory, forwarder), now);
        }
        clock.moveTo(now.minus(LAUNCH_BEGUN));
        playLaunch(
                new StepValues.Story(SCENES.size() + 2, "冬季大促 Winter launch", LAUNCH_TARGET, factory, forwarder), now);
        clock.moveTo(now.minus(SUN_CREAM_BEGUN));
        String agency = catalogue.supplier("Pacific Compliance LLC", Supplier.Kind.AGENCY);
        playSunCream(new StepValues.Story(SCENES.size() + 1, "防晒霜 Sun cream", 90, agency, forwarder), now);
        clock.moveTo(now.minus(NIGHT_LIGHTS_BEGUN));
        playNightLights(new StepValues.Story(SCENES.size() + 3, "小夜灯 Night lights", 95, factory, forwarder), now);
    }

    /** A lab's first report lacked photos, and its second is waited for: through the portal, by whoever has the link. */
    private void playNightLights(StepValues.Story story, Instant latest) {
        ProjectCode project = player.start(story);
        player.play(project, story, Set.of("userTask_deliver"));
        lab.brief(project);
        player.play(project, story, Set.of("userTask_deliver"), Turn.PHOTOS_MISSING);
        warnOfFuture(project, latest);
        clock.moveTo(latest);
        lab.letIn(project);
    }

    /** Filed as a cosmetic and as a drug; the FDA has answered to neither yet. */
    private void playSunCream(StepValues.Story story, Instant latest) {
        ProjectCode project = player.startCertification(story);
        player.play(project, story, Set.of("userTask_recordAnswer"), Turn.AN_AGENCY_IS_BOUGHT);
        warnOfFuture(project, latest);
        clock.moveTo(latest);
        renewals.enter(project);
        catalogue.enterAnAgency(project);
    }

    /** Deals are accepted and campaigns planned; the stock has to be in within days that are still provisional. */
    private void playLaunch(StepValues.Story story, Instant latest) {
        ProjectCode project = player.startLaunch(story);
        player.play(project, story, Set.of("userTask_reportReadiness"));
        warnOfFuture(project, latest);
    }

    private void play(Scene scene, StepValues.Story story, Instant latest) {
        ProjectCode project = player.start(story, scene.unnamed());
        player.play(project, story, scene.until(), scene.turns());
        warnOfFuture(project, latest);
    }

    private void warnOfFuture(ProjectCode project, Instant latest) {
        if (clock.now().isAfter(latest)) {
            LOG.warn("{} was played into the future; the clock goes back", project);
        }
    }
}
