package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.process.lifecycle.TargetDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveEvent}: the day it begins, and all that hangs on it. */
@Component
class MoveEventDelegate implements JavaDelegate {

    private static final List<Role> TOLD = List.of(Role.OPERATIONS, Role.ADVERTISING, Role.DESIGN, Role.FINANCE);

    private final TargetDate target;
    private final EventDates dates;

    MoveEventDelegate(TargetDate target, EventDates dates) {
        this.target = target;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        target.move(execution, TOLD);
        dates.set(execution, "EVENT_MOVED");
    }
}
