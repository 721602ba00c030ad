package com.lianxing.process.deliverablereview;

import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.Sha256;
import com.lianxing.calendar.Clock;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.DeliveryStep;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * {@code messageEvent_delivered}: what an outside party hands in itself ends {@code userTask_deliver}. The party has no
 * rights in the engine: the application tells the process, and the record says for whom it did.
 */
@Component
class PortalDelivery implements DeliveryStep {

    /** No form of the engine was filled in; the portal's is not deployed. */
    private static final String NO_FORM = Sha256.of(DeliverableReview.DELIVERED);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final ProjectSteps steps;
    private final AuditTrail trail;
    private final Clock clock;

    PortalDelivery(
            TaskService tasks,
            RuntimeService runtime,
            AsApplication application,
            ProjectSteps steps,
            AuditTrail trail,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.application = application;
        this.steps = steps;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<String> waiting(Deliverable wanted) {
        String instance = wanted.processInstance();
        if (instance == null) {
            return Optional.empty();
        }
        return application.call(() -> {
            boolean listens = runtime.createEventSubscriptionQuery()
                            .processInstanceId(instance)
                            .eventName(DeliverableReview.DELIVERED)
                            .count()
                    > 0;
            Task task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(DeliverableReview.DELIVER_TASK)
                    .active()
                    .singleResult();
            return listens && task != null ? Optional.of(task.getId()) : Optional.<String>empty();
        });
    }

    @Override
    public void end(Deliverable wanted, OutsideParty party, String task, DeliveredVersion version, String note) {
        Instant now = clock.now();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("deliveredOn", now.atZone(party.zone()).toLocalDate().toString());
        if (!note.isEmpty()) {
            values.put("versionNote", note);
        }
        steps.record(wanted.project(), null, DeliverableReview.DELIVER_STEP, task, party.actor(), now, values, NO_FORM);
        Map<String, Object> entered = new LinkedHashMap<>(values);
        entered.put("party", party.name());
        entered.put("version", version.number());
        entered.put("sha256", version.sha256());
        trail.append(new AuditEntry(
                Projects.SUBJECT,
                wanted.project().value(),
                DeliverableReview.KEY + "." + DeliverableReview.DELIVER_STEP,
                AuditEntry.SYSTEM,
                party.actor(),
                now,
                party.zone().getId(),
                entered,
                null,
                null,
                null));
        application.run(() -> runtime.createMessageCorrelation(DeliverableReview.DELIVERED)
                .processInstanceId(wanted.processInstance())
                .setVariable(DeliverableReview.VERSION.name(), (long) version.number())
                .setVariable(DeliverableReview.VERSION_SHA256.name(), version.sha256())
                .correlate());
    }
}
