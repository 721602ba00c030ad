package com.lianxing.process.obligationrenewal;

import com.lianxing.obligation.Obligations;
import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import org.springframework.stereotype.Component;

/** Whoever renewed does not check it. */
@Component
class RenewalDuty implements DutyRule {

    private final Obligations obligations;

    RenewalDuty(Obligations obligations) {
        this.obligations = obligations;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        if (!work.processKey().equals(ObligationRenewal.KEY) || !work.taskKey().equals("userTask_checkRenewal")) {
            return;
        }
        obligations.doneBy(work.processInstanceId()).filter(personId::equals).ifPresent(done -> {
            throw Refusal.duty("DUTY_SECOND_PERSON");
        });
    }
}
