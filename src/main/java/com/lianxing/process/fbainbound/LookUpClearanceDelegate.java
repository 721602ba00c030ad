package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpClearance}: was this SKU cleared before anybody waited for it? If not, the manager decides ten days before the goods are needed. */
@Component
class LookUpClearanceDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final Projects projects;

    LookUpClearanceDelegate(OutsideFacts facts, Projects projects) {
        this.facts = facts;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String subject = FbaInbound.clearanceSubject(execution);
        FbaInbound.CLEARANCE_KNOWN.setLocal(
                execution,
                facts.beforeWaiting(project, FbaInbound.CLEARED, subject).isPresent());
        if (FbaInbound.CLEARANCE_DECIDE_AT.find(execution).isEmpty()) {
            Deadline target = projects.require(project).target();
            FbaInbound.CLEARANCE_DECIDE_AT.setLocal(
                    execution, Date.from(decideBefore(target).instant()));
        }
    }

    static Deadline decideBefore(Deadline target) {
        return new Deadline(
                target.local().minusDays(FbaInbound.CLEARED_DAYS_BEFORE_TARGET), target.zone(), DeadlineKind.INTERNAL);
    }
}
