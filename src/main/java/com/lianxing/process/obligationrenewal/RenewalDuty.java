package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whoever renewed, or registered anew, does not check it. */
@Component
class RenewalDuty implements DutyRule {

    private static final Set<String> CHECKS = Set.of("userTask_checkRenewal", "userTask_checkRecovery");

    private final Obligations obligations;

    RenewalDuty(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        if (!work.processKey().equals(ObligationRenewal.KEY) || !CHECKS.contains(work.taskKey())) {
            return;
        }
        obligations.doneBy(work.processInstanceId()).filter(personId::equals).ifPresent(done -> {
            throw Refusal.duty("DUTY_SECOND_PERSON");
        });
    }
}
