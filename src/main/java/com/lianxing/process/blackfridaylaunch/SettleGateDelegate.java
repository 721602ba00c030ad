package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleStock}, {@code …Readiness} and {@code …Launch}: a gate is passed, without the SKUs that were dropped there. */
@Component
class SettleGateDelegate implements JavaDelegate {

    private static final Var<String> DROPPED = Var.string(DroppedSkus.FIELD);
    private static final Var<String> REASON = Var.string("gateReason");
    private static final Map<String, String> MILESTONES = Map.of(
            "serviceTask_settleStock", "STOCK_COMMITTED",
            "serviceTask_settleReadiness", "READY",
            "serviceTask_settleLaunch", "LAUNCH_DECIDED");

    private final Launches launches;
    private final CalledOffDeals calledOff;
    private final Projects projects;
    private final ActingPerson actor;

    SettleGateDelegate(Launches launches, CalledOffDeals calledOff, Projects projects, ActingPerson actor) {
        this.launches = launches;
        this.calledOff = calledOff;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String reason = REASON.find(execution).filter(text -> !text.isBlank()).orElse("gate");
        DROPPED.find(execution).map(DroppedSkus::in).orElse(List.of()).forEach(sku -> {
            calledOff.of(project, sku, reason, actor.id());
            launches.drop(project, sku, reason, actor.id());
        });
        BlackFridayLaunch.SKU_COUNT.set(execution, (long) launches.skus(project).size());
        projects.recordMilestone(project, Objects.requireNonNull(MILESTONES.get(execution.getCurrentActivityId())));
    }
}
