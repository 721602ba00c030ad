package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was handed in has a case number, by which the platform's answer is found. */
@Component
class SubmitPlatformDocumentsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fda-certification-submit-platform-documents";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean handedIn =
                submission.text("platformRequest").filter("SUBMITTED"::equals).isPresent();
        return new Violations()
                .when(handedIn && submission.text("platformCase").isEmpty(), "platformCase", "rule.platformCase")
                .list();
    }
}
