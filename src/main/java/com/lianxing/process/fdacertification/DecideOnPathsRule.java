package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Nobody goes on where no clearance could follow: nothing is filed, or nothing would prove a path. */
@Component
class DecideOnPathsRule implements SubmissionRule {

    private final Certifications certifications;

    DecideOnPathsRule(Certifications certifications) {
        this.certifications = certifications;
    }

    @Override
    public String formId() {
        return "fda-certification-decide-on-paths";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Paths paths = certifications.requirePaths(
                new ProjectCode(submission.projectCode().orElseThrow()));
        boolean goesOn = submission.text("pathDecision").filter("GO_ON"::equals).isPresent();
        return new Violations()
                .when(goesOn && !paths.isProvable(), "pathDecision", "rule.notProvable")
                .list();
    }
}
