package com.lianxing.process.fbainbound;

import com.lianxing.access.Role;
import com.lianxing.inbound.Tariffs;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_warnOfTariff}: manager and finance learn what the duty would be now. */
@Component
class WarnOfTariffDelegate implements JavaDelegate {

    private final Tariffs tariffs;
    private final Notices notices;

    WarnOfTariffDelegate(Tariffs tariffs, Notices notices) {
        this.tariffs = tariffs;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Tariffs.Repricing last = tariffs.lastChange(project).orElseThrow();
        String duty = last.now().amount().toPlainString();
        String change = last.change().amount().toPlainString();
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.FINANCE)) {
            notices.tell(
                    project,
                    role,
                    execution.getActivityInstanceId(),
                    "TARIFF_CHANGED",
                    "notice.tariffChanged",
                    project,
                    duty,
                    change);
        }
    }
}
