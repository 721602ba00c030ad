package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_countAssets}: each piece is delivered and reviewed by itself. */
@Component
class CountAssetsDelegate implements JavaDelegate {

    private final Launches launches;

    CountAssetsDelegate(Launches launches) {
        this.launches = launches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BlackFridayLaunch.ASSET_COUNT.set(execution, (long)
                launches.assets(ProjectProcess.project(execution)).size());
    }
}
