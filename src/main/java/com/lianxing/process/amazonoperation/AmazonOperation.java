package com.lianxing.process.amazonoperation;

import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/amazon-operation.bpmn}: its variables and its message. */
@Component
public class AmazonOperation implements StoredVars {

    public static final String KEY = "amazon-operation";

    /** Starts the task of the person who sees to it; nobody outside the application sends it. */
    static final String CALL_FAILED = "inbound.amazonCallFailed";

    static final String PROBLEM_TASK = "userTask_handleProblem";

    static final Var<String> PROJECT_CODE = Var.string("projectCode");

    /** What is to be done: the name of an {@link AmazonStep}. */
    static final Var<String> STEP = Var.string("amazonStep");

    /** Of a step about one shipment: its place among the plan's, from 0. */
    static final Var<Long> SHIPMENT_INDEX = Var.number("shipmentIndex");

    /** Whether Amazon can be asked at all. */
    static final Var<Boolean> CONNECTED = Var.flag("amazonConnected");

    /** IN_PROGRESS or SUCCESS as last heard. */
    static final Var<String> STATE = Var.string("amazonState");

    /** Whether the step, by its name, leaves nothing once it is asked again. */
    public static boolean isReplacedByAskingAgain(String step) {
        return AmazonStep.valueOf(step).isReplacedByAskingAgain();
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }
}
