package com.lianxing.process.quotecomparison;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_remindCollector}: one working day is left to collect quotes. */
@Component
class RemindCollectorDelegate implements JavaDelegate {

    private final Notices notices;

    RemindCollectorDelegate(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = QuoteComparison.project(execution);
        String occasion = "quotes:" + execution.getProcessInstanceId();
        for (String group : QuoteComparison.BUYERS.in(execution).split(",")) {
            Role buyer = Role.of(group).orElseThrow();
            notices.tell(project, buyer, occasion, "QUOTES_CLOSING", "notice.quotesClosing", project);
        }
    }
}
