package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reportLateReview}: the FDA takes longer than it means to. */
@Component
class ReportLateReviewDelegate implements JavaDelegate {

    private final Notices notices;

    ReportLateReviewDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String filing = FdaCertification.FILING_ID.in(execution);
        String occasion = "review:" + filing + ":"
                + FdaCertification.REVIEW_GOAL_AT.in(execution).toInstant();
        for (Role role : List.of(Role.COMPLIANCE, Role.PROJECT_MANAGER)) {
            notices.tell(project, role, occasion, "REVIEW_LATE", "notice.reviewLate", project, filing);
        }
    }
}
