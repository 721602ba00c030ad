package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_countDeals}: each deal goes its own way. */
@Component
class CountDealsDelegate implements JavaDelegate {

    private final Launches launches;

    CountDealsDelegate(Launches launches) {
        this.launches = launches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BlackFridayLaunch.DEAL_COUNT.set(execution, (long)
                launches.deals(ProjectProcess.project(execution)).size());
    }
}
