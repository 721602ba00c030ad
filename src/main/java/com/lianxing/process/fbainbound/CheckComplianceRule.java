package com.lianxing.process.fbainbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the law asks of a product before it counts as cleared. */
@Component
class CheckComplianceRule implements SubmissionRule {

    private final Catalog catalog;

    CheckComplianceRule(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String formId() {
        return "fba-inbound-check-compliance";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean certified = !is(submission, "certType", "NONE");
        boolean dangerous = !is(submission, "battery", "NONE") || !is(submission, "hazmatStatus", "NOT_HAZMAT");
        boolean cleared = is(submission, "complianceResult", "CLEARED");
        Optional<String> sku = submission.variable(FbaInbound.SKU);
        boolean blocked = sku.flatMap(catalog::find)
                .filter(known -> known.state() == ComplianceState.BLOCKED)
                .isPresent();
        return new Violations()
                .when(cleared && blocked, "complianceResult", "rule.skuBlocked", sku.orElse(""))
                .when(certified && !submission.flag("eFilingReady"), "eFilingReady", "rule.eFiling")
                .when(dangerous && submission.text("unNo").isEmpty(), "unNo", "rule.unNumber")
                .when(cleared && is(submission, "fdaPath", "MANUAL_EXPERT"), "complianceResult", "rule.expertFirst")
                .list();
    }

    private static boolean is(Submission submission, String key, String value) {
        return submission.text(key).filter(value::equals).isPresent();
    }
}
