package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nothing is kept that was never accepted. */
@Component
class SettleChangeRule implements SubmissionRule {

    private final KeptProofs proofs;

    SettleChangeRule(KeptProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public String formId() {
        return "fda-certification-settle-change";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Set<Proof> held = proofs.of(new ProjectCode(submission.projectCode().orElseThrow()));
        Violations violations = new Violations();
        KeptProofs.FIELDS.forEach((field, proof) ->
                violations.when(submission.flag(field) && !held.contains(proof), field, "rule.proofNotAccepted"));
        return violations.list();
    }
}
