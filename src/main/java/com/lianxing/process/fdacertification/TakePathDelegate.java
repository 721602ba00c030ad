package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.FdaTerms;
import com.lianxing.certification.Filings;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takePath}: opens the filing of one path. */
@Component
class TakePathDelegate implements JavaDelegate {

    private final Certifications certifications;
    private final Filings filings;
    private final FdaTerms terms;

    TakePathDelegate(Certifications certifications, Filings filings, FdaTerms terms) {
        this.certifications = certifications;
        this.filings = filings;
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        int position = Math.toIntExact(FdaCertification.LOOP_COUNTER.in(execution));
        FdaPath path = certifications.requirePaths(project).filed().get(position);
        String filing = project + "-" + path;
        filings.open(new Filings.Filing(filing, project, path));
        FdaCertification.FILING_ID.setLocal(execution, filing);
        FdaCertification.FEE_DUE.setLocal(execution, terms.isFeeDue(path));
        // Of this path alone: others ask for their fees at the same time.
        FdaCertification.REQUEST_ID.setLocal(execution, "");
        FdaCertification.DECISION.setLocal(execution, "");
        FdaCertification.ANSWER_SEEN.setLocal(execution, "");
        FdaCertification.ANSWER_KNOWN.setLocal(execution, false);
        FdaCertification.FILING_ANSWER.setLocal(execution, "");
        FdaCertification.REVIEW_GOAL_AT.setLocal(execution, null);
        FdaCertification.ANSWER_DUE_AT.setLocal(execution, null);
    }
}
