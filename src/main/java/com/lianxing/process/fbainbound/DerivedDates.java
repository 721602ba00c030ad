package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Deadlines;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The dates of running steps that derive from the project's target date. */
@Component
class DerivedDates {

    private final Deadlines deadlines;
    private final AsApplication application;
    private final ObjectProvider<RuntimeService> runtime;

    DerivedDates(Deadlines deadlines, AsApplication application, ObjectProvider<RuntimeService> runtime) {
        this.deadlines = deadlines;
        this.application = application;
        this.runtime = runtime;
    }

    /** Each SKU that waits for its clearance is waited for until so long before the new date. */
    void move(String processInstanceId, Deadline target) {
        List<Execution> waiting = application.call(() -> runtime.getObject()
                .createExecutionQuery()
                .processInstanceId(processInstanceId)
                .activityId("userTask_recordClearance")
                .list());
        Deadline decide = LookUpClearanceDelegate.decideBefore(target);
        for (Execution sku : waiting) {
            deadlines.move(sku.getId(), FbaInbound.CLEARANCE_DECIDE_AT, decide, "TARGET_MOVED");
        }
    }
}
