package com.lianxing.process.amazonoperation;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonOperations;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What the two halves of an operation share: Amazon's failures in the worker's words, and telling a person. */
@Component
class AmazonCalls {

    private final AmazonOperations operations;
    private final RuntimeService runtime;
    private final TaskService tasks;

    AmazonCalls(AmazonOperations operations, RuntimeService runtime, TaskService tasks) {
        this.operations = operations;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    OutsideResult guarded(OutsideTask task, Supplier<OutsideResult> work) {
        try {
            return work.get();
        } catch (AmazonFailure e) {
            String why = String.valueOf(e.getMessage());
            operations.find(task.processInstanceId()).ifPresent(attempt -> operations.hindered(attempt, e.kind(), why));
            return switch (e.kind()) {
                case BUSY -> new OutsideResult.Later(e.waitBeforeNext());
                case UNREACHABLE -> new OutsideResult.Failed(why);
                case NOT_CONNECTED, UNAUTHORIZED, REFUSED, NOT_UNDERSTOOD -> new OutsideResult.GivenUp(why);
            };
        }
    }

    /** One task of a person is enough, however often the call is tried and given up beside it. */
    void tellPerson(OutsideTask task) {
        boolean told = tasks.createTaskQuery()
                        .processInstanceId(task.processInstanceId())
                        .taskDefinitionKey(AmazonOperation.PROBLEM_TASK)
                        .count()
                > 0;
        if (!told) {
            runtime.createMessageCorrelation(AmazonOperation.CALL_FAILED)
                    .processInstanceId(task.processInstanceId())
                    .correlate();
        }
    }
}
