package com.lianxing.process.engine.form;

import java.util.List;

/**
 * Whoever sends something back says why.
 *
 * @param verdict key of the field that may say {@code RETURN}
 * @param comment key of the field that then may not be empty
 */
public record SaysWhyReturned(String formId, String verdict, String comment) implements SubmissionRule {

    @Override
    public List<Violation> check(Submission submission) {
        boolean returned = submission.text(verdict).filter("RETURN"::equals).isPresent();
        boolean said = submission.text(comment).filter(text -> !text.isBlank()).isPresent();
        return new Violations()
                .when(returned && !said, comment, "rule.returnReason")
                .list();
    }
}
