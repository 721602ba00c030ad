package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_readNotice}: until when the FDA's notice of detention has to be answered. */
@Component
class ReadNoticeDelegate implements JavaDelegate {

    private final OutsideFacts facts;

    ReadNoticeDelegate(OutsideFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String dueAt = facts.latest(FdaCertification.DETAINED, project.value())
                .flatMap(notice -> notice.text(FdaCertification.NOTICE_DUE_AT))
                .orElseThrow();
        FdaCertification.DETENTION_DUE_AT.set(
                execution, Date.from(OffsetDateTime.parse(dueAt).toInstant()));
    }
}
