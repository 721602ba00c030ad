package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes SKUs out of a launch that goes on without them: their advertising is to stop, and the team is told. */
@Component
class StoppedSkus {

    private final Launches launches;
    private final CalledOffDeals calledOff;
    private final Notices notices;

    StoppedSkus(Launches launches, CalledOffDeals calledOff, Notices notices) {
        this.launches = launches;
        this.calledOff = calledOff;
        this.notices = notices;
    }

    void stop(DelegateExecution execution, String sku, String cause, String by) {
        ProjectCode project = ProjectProcess.project(execution);
        calledOff.of(project, sku, cause, by);
        launches.drop(project, sku, cause, by);
        BlackFridayLaunch.SKU_COUNT.set(execution, (long) launches.skus(project).size());
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.ADVERTISING, Role.OPERATIONS)) {
            notices.tell(project, role, "stopped:" + sku, "SKU_STOPPED", "notice.skuStopped", project, sku, cause);
        }
    }
}
