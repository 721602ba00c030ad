package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** No more defects than pieces looked at, and nothing critical in what passes. */
@Component
class RecordInspectionRule implements SubmissionRule {

    private static final List<String> DEFECTS = List.of("criticalDefects", "majorDefects", "minorDefects");

    @Override
    public String formId() {
        return "fba-inbound-record-inspection";
    }

    @Override
    public List<Violation> check(Submission submission) {
        long sample = submission.number("sampleQty").orElseThrow();
        Violations violations = new Violations();
        for (String defects : DEFECTS) {
            violations.when(
                    submission.number(defects).orElseThrow() > sample,
                    defects,
                    "rule.moreThanSample",
                    String.valueOf(sample));
        }
        boolean passed =
                submission.text("inspectionResult").filter("PASS"::equals).isPresent();
        boolean critical = submission.number("criticalDefects").orElseThrow() > 0;
        return violations
                .when(passed && critical, "inspectionResult", "rule.criticalNotPassed")
                .list();
    }
}
