package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_remindSupplier}: purchasing asks the supplier how far the goods are, once a day at the most. */
@Component
class RemindSupplierDelegate implements JavaDelegate {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Notices notices;
    private final Clock clock;

    RemindSupplierDelegate(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        LocalDate ready =
                LocalDate.ofInstant(FbaInbound.GOODS_READY_DUE_AT.in(execution).toInstant(), CHINA);
        String today = clock.today(CHINA).toString();
        notices.tell(
                project,
                Role.PURCHASING,
                "supplier:" + today,
                "SUPPLIER_REMINDER",
                "notice.supplierReminder",
                project,
                ready);
    }
}
