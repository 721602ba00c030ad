package com.lianxing.process.engine.form;

import java.util.List;

/**
 * A day of the form is not to come.
 *
 * @param day key of its field
 */
public record HappenedBefore(String formId, String day, EnteredTimes times) implements SubmissionRule {

    @Override
    public List<Violation> check(Submission submission) {
        return new Violations()
                .when(times.isInFuture(submission, day), day, "rule.notFuture")
                .list();
    }
}
