package com.lianxing.demo;

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
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills the demo database once: people, suppliers, products, reference values, and three projects, each at another
 * point of its life. The projects are worked on through the real engine while the clock is moved through the past months.
 */
@Component
@Order(StartStep.DEMO)
@ConditionalOnProperty(name = "lianxing.demo", havingValue = "true")
class DemoCompany implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    private final DemoCatalogue catalogue;
    private final Projects projects;
    private final MovableClock clock;
    private final ProjectPlayer player;

    DemoCompany(
            DemoCatalogue catalogue,
            Projects projects,
            WorkList work,
            Sheet.Sheets sheets,
            Documents documents,
            MovableClock clock,
            AmazonSide amazon) {
        this.catalogue = catalogue;
        this.projects = projects;
        this.clock = clock;
        this.player = new ProjectPlayer(work, sheets, documents, clock, amazon);
    }

    @Override
    public void run() {
        if (projects.list("", 1).isEmpty()) {
            playProjects();
        }
    }

    private void playProjects() {
        LOG.info("Playing the demo company's projects");
        Instant now = clock.now();
        try {
            clock.moveTo(now.minus(Duration.ofDays(150)));
            catalogue.fill();
            String factory = catalogue.supplier("Foshan Home Co., Ltd. 佛山家居", Supplier.Kind.FACTORY);
            String forwarder = catalogue.supplier("Ocean Bridge Logistics 海桥物流", Supplier.Kind.FORWARDER);
            play(1, "春季补货 Spring replenishment", 140, factory, forwarder, Set.of(), now);
            clock.moveTo(now.minus(Duration.ofDays(6)));
            play(2, "圣诞补货 Christmas stock", 95, factory, forwarder, Set.of("userTask_decide"), now);
            clock.moveTo(now.minus(Duration.ofHours(20)));
            play(3, "新年首批 First lot of the new year", 120, factory, forwarder, Set.of("userTask_planQuantities"), now);
        } finally {
            clock.release();
        }
    }

    private void play(
            int number, String name, long days, String factory, String forwarder, Set<String> until, Instant latest) {
        StepValues.Story story = new StepValues.Story(number, name, days, factory, forwarder);
        ProjectCode project = player.start(story);
        player.play(project, story, until);
        if (clock.now().isAfter(latest)) {
            LOG.info("{} was played into the future; the clock goes back", project);
        }
    }
}
