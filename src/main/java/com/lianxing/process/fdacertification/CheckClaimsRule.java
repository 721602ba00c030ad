package com.lianxing.process.fdacertification;

import com.lianxing.certification.Claim;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** No label and no listing says what nobody may say. */
@Component
class CheckClaimsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fda-certification-check-claims";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Violations violations = new Violations();
        for (String field : List.of("labelText", "listingText")) {
            Claim.forbiddenWords(submission.text(field).orElseThrow())
                    .forEach(word -> violations.when(true, field, "rule.forbiddenWords", word));
        }
        return violations.list();
    }
}
