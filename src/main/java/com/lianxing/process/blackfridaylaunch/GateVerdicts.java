package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Keeps what a gate's table answered. */
@Component
class GateVerdicts {

    private final Launches launches;
    private final ActingPerson actor;

    GateVerdicts(Launches launches, ActingPerson actor) {
        this.launches = launches;
        this.actor = actor;
    }

    /** @param sku empty where the gate is asked once for all */
    void keep(DelegateExecution execution, Gate gate, String sku) {
        List<String> answers = BlackFridayLaunch.GATE_ANSWER
                .find(execution)
                .map(text -> List.of(text.split(",")))
                .orElse(List.of());
        launches.keep(ProjectProcess.project(execution), gate, sku, gate.judge(answers), actor.id());
    }
}
