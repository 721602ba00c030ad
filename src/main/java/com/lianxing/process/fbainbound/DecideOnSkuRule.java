package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.springframework.stereotype.Component;

/** A project without any SKU is stopped, not emptied. */
@Component
class DecideOnSkuRule implements SubmissionRule {

    private final Inbound inbound;

    DecideOnSkuRule(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public String formId() {
        return "fba-inbound-decide-on-sku";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean dropped = submission.text("skuDecision").filter("DROP"::equals).isPresent();
        boolean last = inbound.items(new ProjectCode(submission.projectCode().orElseThrow()))
                        .size()
                == 1;
        return new Violations()
                .when(dropped && last, "skuDecision", "rule.lastSku")
                .list();
    }
}
