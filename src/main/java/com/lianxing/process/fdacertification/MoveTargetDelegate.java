package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.process.lifecycle.TargetDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveTarget}: until when the product has to be cleared; the team is told. No date of the FDA moves. */
@Component
class MoveTargetDelegate implements JavaDelegate {

    private final TargetDate target;

    MoveTargetDelegate(TargetDate target) {
        this.target = target;
    }

    @Override
    public void execute(DelegateExecution execution) {
        target.move(execution, List.of(Role.COMPLIANCE, Role.FINANCE));
    }
}
