package com.lianxing.process.lifecycle;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_recordDateRisk}: the manager keeps the date and says how it is met, or has it moved. */
@Component
class RecordDateRiskDelegate implements JavaDelegate {

    private static final Var<String> DECISION = Var.string("riskDecision");
    private static final Var<String> REASON = Var.string("riskReason");

    private final Messages messages;
    private final AuditRecorder audit;
    private final ActingPerson actor;

    RecordDateRiskDelegate(Messages messages, AuditRecorder audit, ActingPerson actor) {
        this.messages = messages;
        this.audit = audit;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String decision = DECISION.in(execution);
        String reason = REASON.in(execution);
        audit.record(
                actor.id(),
                Projects.SUBJECT,
                project.value(),
                "project.dateRiskDecided",
                Map.of("decision", decision, "reason", reason));
        if (decision.equals("MOVE_DATE")) {
            messages.report(new Messages.Report(
                    "risk:" + execution.getId(),
                    project,
                    ProjectProcess.DATE_CHANGED,
                    null,
                    null,
                    CanonicalJson.of(Map.of("reason", reason)),
                    actor.id(),
                    null));
        }
    }
}
