package com.lianxing.process.adverseevent;

import com.lianxing.obligation.AdverseEvents;
import com.lianxing.process.engine.DutyRule;
import com.lianxing.process.engine.Operation;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import org.springframework.stereotype.Component;

/** Whoever reported does not check the report. */
@Component
class ReportDuty implements DutyRule {

    private final AdverseEvents events;

    ReportDuty(AdverseEvents events) {
        this.events = events;
    }

    @Override
    public void check(Work work, String personId, Operation operation) {
        if (!work.processKey().equals(AdverseEvent.KEY) || !work.taskKey().equals("userTask_checkReport")) {
            return;
        }
        events.reportedBy(work.processInstanceId()).filter(personId::equals).ifPresent(done -> {
            throw Refusal.duty("DUTY_SECOND_PERSON");
        });
    }
}
