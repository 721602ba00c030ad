package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What the processes of all kinds of projects have in common: the project, and the messages that may change it. */
public final class ProjectProcess {

    public static final String CANCEL_REQUESTED = "project.cancelRequested";
    public static final String BUDGET_CHANGE_REQUESTED = "ledger.changeRequested";

    /** A date that the project counts on has moved, or is to move. */
    public static final String DATE_CHANGED = "project.dateChanged";

    /** A project that this one waits for comes too late for it, or never: domain.md 3.5. */
    public static final String DATE_AT_RISK = "project.dateAtRisk";

    /** A SKU of the project may not be imported or sold any more; the content names it and says why. */
    public static final String SKU_BLOCKED = "catalog.skuBlocked";

    public static final Var<String> PROJECT_CODE = Var.string("projectCode");

    /** Whether what was chosen when suppliers were compared can still be bought. */
    public static final Var<Boolean> QUOTE_STILL_VALID = Var.flag("quoteStillValid");

    private ProjectProcess() {}

    /** The project that the process is about. */
    public static ProjectCode project(VariableScope scope) {
        return new ProjectCode(PROJECT_CODE.in(scope));
    }
}
