package com.lianxing.process.amazonoperation;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonOperations;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.inbound.AmazonOperations.Begun;
import com.lianxing.inbound.AmazonOperations.State;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Topic {@code amazon.submitOperation}: asks Amazon, once. That it is about to ask is written down before; if a node
 * dies over it, the next one looks at Amazon whether it was done.
 */
@Component
class SubmitOperation implements OutsideWork {

    private final AmazonOperations operations;
    private final AmazonSteps steps;
    private final AmazonCalls calls;

    SubmitOperation(AmazonOperations operations, AmazonSteps steps, AmazonCalls calls) {
        this.operations = operations;
        this.steps = steps;
        this.calls = calls;
    }

    @Override
    public String topic() {
        return "amazon.submitOperation";
    }

    @Override
    public OutsideResult perform(OutsideTask task) {
        return calls.guarded(task, () -> submit(task));
    }

    private OutsideResult submit(OutsideTask task) {
        Begun begun = operations.begin(
                task.processInstanceId(),
                new ProjectCode(task.get(AmazonOperation.PROJECT_CODE)),
                task.get(AmazonOperation.STEP),
                task.find(AmazonOperation.SHIPMENT_INDEX).map(Math::toIntExact).orElse(null));
        Attempt attempt = begun.attempt();
        if (attempt.state() == State.SENDING) {
            Optional<AmazonSteps.Sent> before = begun.isNew() ? Optional.empty() : steps.findDone(attempt);
            AmazonSteps.Sent sent = before.orElseGet(() -> ask(attempt));
            operations.sent(attempt, sent.planId(), sent.operationId());
        }
        return OutsideResult.done();
    }

    /** A clear no ends the attempt: the next one may ask anew. */
    private AmazonSteps.Sent ask(Attempt attempt) {
        try {
            return steps.ask(attempt);
        } catch (AmazonFailure e) {
            if (e.kind() == AmazonFailure.Kind.REFUSED) {
                operations.failed(attempt, e.kind(), String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    @Override
    public void onGivenUp(OutsideTask task) {
        calls.tellPerson(task);
    }
}
