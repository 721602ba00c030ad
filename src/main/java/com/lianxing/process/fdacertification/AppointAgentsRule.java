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

/** Everybody whom the paths need is named. */
@Component
class AppointAgentsRule implements SubmissionRule {

    private final Certifications certifications;

    AppointAgentsRule(Certifications certifications) {
        this.certifications = certifications;
    }

    @Override
    public String formId() {
        return "fda-certification-appoint-agents";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Violations violations = new Violations();
        certifications
                .missingAgents(new ProjectCode(submission.projectCode().orElseThrow()))
                .forEach(agent -> violations.when(
                        true,
                        "agentNote",
                        "rule.agentMissing",
                        new DefaultMessageSourceResolvable(agent.messageKey())));
        return violations.list();
    }
}
