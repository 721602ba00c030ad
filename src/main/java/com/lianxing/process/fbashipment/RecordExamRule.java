package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** A notice of the FDA says until when it has to be answered. */
@Component
class RecordExamRule implements SubmissionRule {

    @Override
    public String formId() {
        return "fba-shipment-record-exam";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean notice = submission.text("fdaNoticeNo").isPresent();
        boolean date = submission.date("fdaAnswerBy").isPresent();
        return new Violations()
                .when(notice && !date, "fdaAnswerBy", "rule.noticeDate")
                .when(date && !notice, "fdaNoticeNo", "rule.noticeNumber")
                .list();
    }
}
