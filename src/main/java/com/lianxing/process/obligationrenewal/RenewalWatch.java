package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.ObligationAssigned;
import com.lianxing.obligation.ObligationCreated;
import com.lianxing.obligation.ObligationEnded;
import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins each renewal on the day its window opens, hands it over with its obligation, and stops it where that ends. Two nodes
 * may look at once: a period is opened once.
 */
@Component
public class RenewalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalWatch.class);

    private final Obligations obligations;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsApplication application;
    private final TransactionTemplate transactions;

    RenewalWatch(
            Obligations obligations,
            RuntimeService runtime,
            TaskService tasks,
            AsApplication application,
            PlatformTransactionManager manager) {
        this.obligations = obligations;
        this.runtime = runtime;
        this.tasks = tasks;
        this.application = application;
        this.transactions = new TransactionTemplate(manager);
    }

    /** What was taken over late begins at once. */
    @EventListener
    void look(ObligationCreated created) {
        obligations.opening().stream()
                .filter(standing -> standing.obligation().id().equals(created.id()))
                .forEach(this::begin);
    }

    /** What waits for its old owner is the new one's; what a second person checks stays with whoever has it. */
    @EventListener
    void handOver(ObligationAssigned assigned) {
        String id = assigned.id().toString();
        application.run(() -> tasks.createTaskQuery()
                .processDefinitionKey(ObligationRenewal.KEY)
                .processVariableValueEquals(ObligationRenewal.OBLIGATION_ID.name(), id)
                .taskDefinitionKeyIn("userTask_renew", "userTask_recover")
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), assigned.owner())));
    }

    @EventListener
    void stop(ObligationEnded ended) {
        application.run(() -> runtime.deleteProcessInstance(ended.processInstance(), "the obligation has ended"));
    }

    /** Soon after each start too: what fell into a standstill of the application is made up for. */
    @Scheduled(
            initialDelayString = "${lianxing.renewals.first:PT20M}",
            fixedDelayString = "${lianxing.renewals.every:PT12H}")
    public void look() {
        obligations.opening().forEach(this::beginSafely);
    }

    /** One that cannot begin does not keep the others from it. */
    private void beginSafely(Obligations.Standing standing) {
        try {
            transactions.executeWithoutResult(status -> begin(standing));
        } catch (RuntimeException e) {
            LOG.warn("the renewal of {} could not begin", standing.obligation().name(), e);
        }
    }

    private void begin(Obligations.Standing standing) {
        Obligation obligation = standing.obligation();
        int period = standing.period().number();
        if (obligations.open(obligation.id(), period)) {
            String project = obligation.project().value();
            String instance = application.call(() -> runtime.startProcessInstanceByKey(
                            ObligationRenewal.KEY,
                            project,
                            Map.of(
                                    ProjectProcess.PROJECT_CODE.name(),
                                    project,
                                    ObligationRenewal.OBLIGATION_ID.name(),
                                    obligation.id().toString(),
                                    ObligationRenewal.RENEWAL_OF.name(),
                                    obligation.name(),
                                    ObligationRenewal.PERIOD.name(),
                                    (long) period,
                                    ObligationRenewal.RENEWAL_DUE_AT.name(),
                                    Date.from(standing.period().due().instant())))
                    .getProcessInstanceId());
            obligations.attach(obligation.id(), period, instance);
        }
    }
}
