package com.lianxing.process.lifecycle;

import com.lianxing.access.Role;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.ProjectCode;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Blocks what may not be sold any more, and tells every running project that moves it. */
@Component
public class BlockedSkus {

    private final Catalog catalog;
    private final Inbound inbound;
    private final Messages messages;
    private final Notices notices;
    private final ActingPerson actor;

    BlockedSkus(Catalog catalog, Inbound inbound, Messages messages, Notices notices, ActingPerson actor) {
        this.catalog = catalog;
        this.inbound = inbound;
        this.messages = messages;
        this.notices = notices;
        this.actor = actor;
    }

    /** @param occasion of the block: told once to each project */
    public void block(Set<String> skus, String occasion, String reason) {
        for (String sku : skus) {
            catalog.setState(sku, ComplianceState.BLOCKED, actor.id());
            for (ProjectCode project : inbound.openProjectsWith(sku)) {
                messages.report(new Messages.Report(
                        String.join(":", "blocked", occasion, sku, project.value()),
                        project,
                        ProjectProcess.SKU_BLOCKED,
                        null,
                        null,
                        CanonicalJson.of(Map.of("sku", sku, "reason", reason)),
                        actor.id(),
                        null));
                notices.tell(
                        project,
                        Role.PROJECT_MANAGER,
                        occasion + ":" + sku,
                        "SKU_BLOCKED",
                        "notice.skuBlocked",
                        project,
                        sku,
                        reason);
            }
        }
    }

    /** May be sold again: whatever else blocked them has to be looked at by whoever calls. */
    public void clear(Set<String> skus) {
        skus.forEach(sku -> catalog.setState(sku, ComplianceState.CLEARED, actor.id()));
    }
}
