package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Every path is proven by its own numbers; an agency's "FDA certificate" is none of them. */
@Component
class RecordNumbersRule implements SubmissionRule {

    private final Certifications certifications;

    RecordNumbersRule(Certifications certifications) {
        this.certifications = certifications;
    }

    @Override
    public String formId() {
        return "fda-certification-record-numbers";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Violations violations = new Violations();
        certifications
                .missingEvidence(new ProjectCode(submission.projectCode().orElseThrow()))
                .forEach((path, missing) -> missing.forEach(type -> violations.when(
                        true,
                        "numbersNote",
                        "rule.evidenceMissing",
                        new DefaultMessageSourceResolvable(path.messageKey()),
                        new DefaultMessageSourceResolvable(type.messageKey()))));
        return violations.list();
    }
}
