package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeAsset}: what is delivered next; design enters it, operations reviews it. Without one that is accepted the listing stays as it is. */
@Component
class TakeAssetDelegate implements JavaDelegate {

    private final Launches launches;

    TakeAssetDelegate(Launches launches) {
        this.launches = launches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String kind = launches.assets(ProjectProcess.project(execution))
                .get(Math.toIntExact(BlackFridayLaunch.LOOP_COUNTER.in(execution)));
        BlackFridayLaunch.DELIVERABLE_KIND.setLocal(execution, kind);
        BlackFridayLaunch.DELIVERER_GROUP.setLocal(execution, Role.DESIGN.id());
        BlackFridayLaunch.REVIEWER_GROUP.setLocal(execution, Role.OPERATIONS.id());
        BlackFridayLaunch.DELIVERABLE_ACCEPTED.setLocal(execution, false);
    }
}
