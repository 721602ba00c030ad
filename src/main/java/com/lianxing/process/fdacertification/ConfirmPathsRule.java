package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** An expert names the path where the tables cannot, and only there. */
@Component
class ConfirmPathsRule implements SubmissionRule {

    private final Certifications certifications;

    ConfirmPathsRule(Certifications certifications) {
        this.certifications = certifications;
    }

    @Override
    public String formId() {
        return "fda-certification-confirm-paths";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Paths paths = certifications.requirePaths(
                new ProjectCode(submission.projectCode().orElseThrow()));
        boolean confirmed =
                submission.text("pathVerdict").filter("CONFIRM"::equals).isPresent();
        boolean named = submission.text("expertPath").isPresent();
        boolean expert = paths.all().contains(FdaPath.MANUAL_EXPERT);
        return new Violations()
                .when(confirmed && expert && !named, "expertPath", "rule.expertPath")
                .when(named && !expert, "expertPath", "rule.noExpertNeeded")
                .list();
    }
}
