package com.lianxing.process.quotecomparison;

import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Purchase;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/quote-comparison.bpmn}: its variables, and which of them are stored. */
@Component
public class QuoteComparison implements StoredVars {

    public static final String KEY = "quote-comparison";

    static final Var<String> PROJECT_CODE = Var.string("projectCode");
    /** The name of a {@link Purchase}. */
    public static final Var<String> PURCHASE = Var.string("purchase");

    /** Whoever asks suppliers: one or more groups. */
    public static final Var<String> BUYERS = Var.string("buyers");

    /** Which service, where several are compared at once; task lists tell one from another by it. */
    static final Var<String> SUBJECT = Var.string("subject");

    static final Var<Date> QUOTES_REMIND_AT = Var.date("quotesRemindAt");
    static final Var<Date> QUOTES_CLOSE_AT = Var.date("quotesCloseAt");
    static final Var<Long> VALID_QUOTES = Var.number("validQuotes");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    /** Fewer valid quotes than this need a reason, and a higher approval. */
    static final int ENOUGH = 3;

    static ProjectCode project(VariableScope scope) {
        return new ProjectCode(PROJECT_CODE.in(scope));
    }

    /** What is being bought. */
    public static Purchase purchase(VariableScope scope) {
        return Purchase.valueOf(PURCHASE.in(scope));
    }

    public static Purchase purchase(FormView view) {
        return Purchase.valueOf(view.variable(PURCHASE).orElseThrow());
    }

    public static Purchase purchase(Submission submission) {
        return Purchase.valueOf(submission.variable(PURCHASE).orElseThrow());
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what a form submits is kept: gateways read what delegates made of it. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
