package com.lianxing.demo;

import com.lianxing.deliverable.Comments;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.project.ProjectCode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The lab of the demo company: somebody outside, who delivers through the portal. */
@Component
@ConditionalOnProperty(name = "lianxing.demo", havingValue = "true")
class DemoLab {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLab.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 30;
    private static final int ROUNDS = 3;

    private final OutsideParties parties;
    private final Deliverables deliverables;
    private final PortalLinks links;
    private final Comments comments;

    DemoLab(OutsideParties parties, Deliverables deliverables, PortalLinks links, Comments comments) {
        this.parties = parties;
        this.deliverables = deliverables;
        this.links = links;
        this.comments = comments;
    }

    /** The last thing that the project waits for is the lab's. */
    void brief(ProjectCode project) {
        OutsideParty lab = parties.put("Pearl River Lab 珠江检验", Locale.ENGLISH, CHINA, "lab@example.com");
        deliverables.brief(
                wanted(project).id(),
                lab,
                "AQL 2.5, level II. Photos of every carton mark.\nAQL 2.5，II 级。每箱箱唛均须拍照。",
                ROUNDS,
                "purchasing");
    }

    /** Whoever tries the demo may be the lab: the log says where. */
    void letIn(ProjectCode project) {
        Deliverable wanted = wanted(project);
        comments.add(wanted.id(), "purchasing", "箱唛照片请补齐。Please add the photos of the carton marks.");
        links.issue(UUID.randomUUID(), wanted.id(), DAYS, "purchasing")
                .ifPresent(issued -> LOG.info("The demo's lab delivers at /portal/{}", issued.token()));
    }

    private Deliverable wanted(ProjectCode project) {
        return deliverables.of(project).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
