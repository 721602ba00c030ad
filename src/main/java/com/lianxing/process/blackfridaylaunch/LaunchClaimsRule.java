package com.lianxing.process.blackfridaylaunch;

import com.lianxing.certification.Claim;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** No listing and no advertisement says what nobody may say. */
@Component
class LaunchClaimsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "black-friday-launch-check-claims";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Violations violations = new Violations();
        for (String field : List.of("listingText", "adText")) {
            Claim.forbiddenWords(submission.text(field).orElseThrow())
                    .forEach(word -> violations.when(true, field, "rule.forbiddenWords", word));
        }
        return violations.list();
    }
}
