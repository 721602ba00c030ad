package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Only a brand's own representative ships under the manufacturer's barcode. */
@Component
class LabelGoodsRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fba-inbound-label-goods";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean manufacturer =
                submission.text("barcodeType").filter("MANUFACTURER"::equals).isPresent();
        return new Violations()
                .when(
                        manufacturer && !submission.flag("brandRepresentative"),
                        "brandRepresentative",
                        "rule.brandRepresentative")
                .list();
    }
}
