package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_setLaunchDates} and {@code serviceTask_resetLaunchDates}: what hangs on the dates of the channels. */
@Component
class SetLaunchDatesDelegate implements JavaDelegate {

    private final EventDates dates;
    private final Launches launches;

    SetLaunchDatesDelegate(EventDates dates, Launches launches) {
        this.dates = dates;
        this.launches = launches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dates.set(execution, "CALENDAR_ENTERED");
        BlackFridayLaunch.SKU_COUNT.set(execution, (long)
                launches.skus(ProjectProcess.project(execution)).size());
        BlackFridayLaunch.CALENDAR_OPEN.set(execution, false);
    }
}
