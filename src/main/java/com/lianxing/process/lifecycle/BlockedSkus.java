package com.lianxing.process.lifecycle;

import com.lianxing.access.Role;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.catalog.Catalog;
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

    /** @param cause of the block: told once to each project */
    public void block(Set<String> skus, String cause, String reason) {
        for (String sku : skus) {
            catalog.block(sku, cause, actor.id());
            for (ProjectCode project : inbound.openProjectsWith(sku)) {
                messages.report(new Messages.Report(
                        String.join(":", "blocked", cause, sku, project.value()),
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
                        cause + ":" + sku,
                        "SKU_BLOCKED",
                        "notice.skuBlocked",
                        project,
                        sku,
                        reason);
            }
        }
    }

    /** This cause has ended; what else blocks them goes on. */
    public void unblock(Set<String> skus, String cause) {
        skus.forEach(sku -> catalog.unblock(sku, cause, actor.id()));
    }
}
