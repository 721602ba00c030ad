package com.lianxing.process.fdacertification;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.certification.Certifications;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.fbainbound.FbaInbound;
import com.lianxing.process.lifecycle.LinkedDates;
import com.lianxing.project.LinkKind;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everybody who waits for it that a product may be imported and sold. */
@Component
class Clearances {

    private final Certifications certifications;
    private final Catalog catalog;
    private final Inbound inbound;
    private final LinkedDates links;
    private final Messages messages;
    private final ActingPerson actor;

    Clearances(
            Certifications certifications,
            Catalog catalog,
            Inbound inbound,
            LinkedDates links,
            Messages messages,
            ActingPerson actor) {
        this.certifications = certifications;
        this.catalog = catalog;
        this.inbound = inbound;
        this.links = links;
        this.messages = messages;
        this.actor = actor;
    }

    /** Has each open inbound project wait for the certification, that moves one of its SKUs and may not yet. */
    void linkWaiting(ProjectCode certification) {
        for (String sku : certifications.skus(certification)) {
            if (catalog.find(sku)
                    .filter(known -> known.state() != ComplianceState.CLEARED)
                    .isPresent()) {
                for (ProjectCode waiting : inbound.openProjectsWith(sku)) {
                    links.link(new ProjectLink(
                            waiting, certification, LinkKind.NEEDS_CLEARANCE, FbaInbound.CLEARED_DAYS_BEFORE_TARGET));
                }
            }
        }
    }

    /** Clears its SKUs, also after a refused entry, and reports that to each open inbound project that moves one of them. */
    void publish(ProjectCode project) {
        for (String sku : certifications.skus(project)) {
            catalog.unblock(sku, FdaCertification.REFUSED_ENTRY, actor.id());
            catalog.setState(sku, ComplianceState.CLEARED, actor.id());
            for (ProjectCode waiting : inbound.openProjectsWith(sku)) {
                messages.report(new Messages.Report(
                        String.join(":", project.value(), "cleared", sku, waiting.value()),
                        waiting,
                        FbaInbound.CLEARED,
                        null,
                        sku,
                        CanonicalJson.of(Map.of("certification", project.value())),
                        actor.id(),
                        null));
            }
        }
    }
}
