package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planProduction}: when the goods are to be ready, and when who is told. */
@Component
class PlanProductionDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> READY =
            Map.of("place-order", "readyDate", "replan-late-goods", "newReadyDate");

    private final ProjectSteps steps;

    PlanProductionDelegate(ProjectSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        LocalDate ready = readyDate(project);
        FbaInbound.GOODS_READY_DUE_AT.set(execution, endOf(ready));
        FbaInbound.READY_SOON_AT.set(execution, endOf(ready.minusDays(7)));
        FbaInbound.READY_NEAR_AT.set(execution, endOf(ready.minusDays(3)));
        FbaInbound.SUPPLIER_LATE_AT.set(execution, endOf(ready.plusDays(3)));
        FbaInbound.REPLAN_AT.set(execution, endOf(ready.plusDays(7)));
    }

    /** What was last agreed with the supplier. */
    private LocalDate readyDate(ProjectCode project) {
        return steps.list(project).stream()
                .filter(step -> READY.containsKey(step.step()))
                .reduce((earlier, later) -> later)
                .map(step -> LocalDate.parse(String.valueOf(step.values().get(READY.get(step.step())))))
                .orElseThrow();
    }

    private static Date endOf(LocalDate day) {
        return Date.from(Deadline.endOf(day, CHINA, DeadlineKind.CONTRACT).instant());
    }
}
