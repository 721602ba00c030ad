package com.lianxing.process.amazonoperation;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonOperations;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.inbound.AmazonOperations.State;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.InboundShipments.Operation;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import org.springframework.stereotype.Component;

/** Topic {@code amazon.checkOperation}: looks how the operation is going; what Amazon could not do is given up. */
@Component
class CheckOperation implements OutsideWork {

    private final InboundShipments amazon;
    private final AmazonOperations operations;
    private final AmazonSteps steps;
    private final AmazonCalls calls;

    CheckOperation(InboundShipments amazon, AmazonOperations operations, AmazonSteps steps, AmazonCalls calls) {
        this.amazon = amazon;
        this.operations = operations;
        this.steps = steps;
        this.calls = calls;
    }

    @Override
    public String topic() {
        return "amazon.checkOperation";
    }

    @Override
    public OutsideResult perform(OutsideTask task) {
        return calls.guarded(task, () -> check(task));
    }

    private OutsideResult check(OutsideTask task) {
        Attempt attempt = operations.find(task.processInstanceId()).orElseThrow();
        String operationId = attempt.operationId();
        if (attempt.state() == State.SUCCESS || operationId == null) {
            return succeed(attempt);
        }
        Operation operation = amazon.operation(operationId);
        return switch (operation.state()) {
            case IN_PROGRESS -> new OutsideResult.Done(AmazonOperation.STATE.is(State.IN_PROGRESS.name()));
            case SUCCESS -> succeed(attempt);
            case FAILED -> {
                operations.failed(attempt, AmazonFailure.Kind.REFUSED, operation.problemText());
                yield new OutsideResult.GivenUp(operation.problemText());
            }
        };
    }

    private OutsideResult succeed(Attempt attempt) {
        steps.keep(attempt);
        operations.succeeded(attempt);
        return new OutsideResult.Done(AmazonOperation.STATE.is(State.SUCCESS.name()));
    }

    @Override
    public void onGivenUp(OutsideTask task) {
        calls.tellPerson(task);
    }
}
