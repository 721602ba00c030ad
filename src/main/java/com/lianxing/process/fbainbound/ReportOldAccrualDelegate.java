package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reportOldAccrual}: what has waited ninety days for its invoice is to be looked at. */
@Component
class ReportOldAccrualDelegate implements JavaDelegate {

    private final Notices notices;

    ReportOldAccrualDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        for (Role role : List.of(Role.FINANCE, Role.PROJECT_MANAGER)) {
            notices.tell(project, role, "accrual", "ACCRUAL_REVIEW", "notice.accrualReview", project);
        }
    }
}
