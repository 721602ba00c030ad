package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveSkuDecision}: a SKU that is dropped leaves the plan; one that is waited for gets five more days. */
@Component
class SaveSkuDecisionDelegate implements JavaDelegate {

    private static final Var<String> DECISION = Var.string("skuDecision");
    private static final Duration MORE_TIME = Duration.ofDays(5);

    private final Sheet items;
    private final Clock clock;
    private final ActingPerson actor;

    SaveSkuDecisionDelegate(@Qualifier("itemsSheet") Sheet items, Clock clock, ActingPerson actor) {
        this.items = items;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        switch (DECISION.in(execution)) {
            case "DROP" -> drop(project, FbaInbound.SKU.in(execution));
            case "WAIT" ->
                FbaInbound.CLEARANCE_DECIDE_AT.setLocal(
                        execution, Date.from(clock.now().plus(MORE_TIME)));
            default -> {} // The project is stopped.
        }
    }

    private void drop(ProjectCode project, String sku) {
        Sheet.Subject subject = Sheet.Subject.of(project);
        Sheet.Content plan = items.read(subject);
        List<Map<String, String>> rest =
                plan.rows().stream().filter(row -> !sku.equals(row.get("sku"))).toList();
        if (!(items.save(subject, plan.version(), rest, actor.id()) instanceof Sheet.Saved.Accepted)) {
            throw Refusal.lost("LOST_RACE");
        }
    }
}
