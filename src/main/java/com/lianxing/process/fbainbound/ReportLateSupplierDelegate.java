package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reportLateSupplier}: the manager learns that the goods are three days late. */
@Component
class ReportLateSupplierDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Notices notices;

    ReportLateSupplierDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        LocalDate ready =
                LocalDate.ofInstant(FbaInbound.GOODS_READY_DUE_AT.in(execution).toInstant(), CHINA);
        notices.tell(
                project, Role.PROJECT_MANAGER, "late:" + ready, "SUPPLIER_LATE", "notice.supplierLate", project, ready);
    }
}
