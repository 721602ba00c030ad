package com.lianxing.process.blackfridaylaunch;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.SkuStateChanged;
import com.lianxing.launch.Launches;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every launch that means to sell a SKU that it may not be sold any more. */
@Component
class BlockedSkuNews {

    private final Launches launches;
    private final Messages messages;
    private final ActingPerson actor;

    BlockedSkuNews(Launches launches, Messages messages, ActingPerson actor) {
        this.launches = launches;
        this.messages = messages;
        this.actor = actor;
    }

    @EventListener
    void tellOf(SkuStateChanged changed) {
        if (changed.now() != ComplianceState.BLOCKED) {
            return;
        }
        for (ProjectCode project : launches.openProjectsWith(changed.sku())) {
            messages.report(new Messages.Report(
                    "blocked:%s:%s:%s".formatted(project, changed.sku(), UUID.randomUUID()),
                    project,
                    ProjectProcess.SKU_BLOCKED,
                    null,
                    null,
                    CanonicalJson.of(Map.of("sku", changed.sku())),
                    actor.id(),
                    null));
        }
    }
}
