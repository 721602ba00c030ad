package com.lianxing.process.engine.form;

import java.util.List;

/**
 * A moment of the form is still to come.
 *
 * @param at key of its field; its zone stands in the field of the same name that ends in {@code Zone}
 */
public record StillToCome(String formId, String at, EnteredTimes times) implements SubmissionRule {

    @Override
    public List<Violation> check(Submission submission) {
        String zone = at.replaceFirst("At$", "Zone");
        return new Violations()
                .when(times.isOver(submission, at, zone), at, "rule.future")
                .list();
    }
}
