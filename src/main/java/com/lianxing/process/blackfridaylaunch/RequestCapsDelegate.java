package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Campaign;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestCaps}: what is held for advertising is the sum of the caps, not what a day costs. */
@Component
class RequestCapsDelegate implements JavaDelegate {

    private static final int LONGEST_REASON = 1_000;

    private final BudgetRequests requests;
    private final Launches launches;

    RequestCapsDelegate(BudgetRequests requests, Launches launches) {
        this.requests = requests;
        this.launches = launches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Money caps = launches.campaigns(project).stream()
                .map(Campaign::totalCap)
                .reduce(Money.ofMinor(0, "USD"), Money::plus);
        requests.askFor(execution, project, BudgetLine.AD_SPEND, caps, names(project));
    }

    /** Which campaigns it is for: that reads alike in every language. */
    private String names(ProjectCode project) {
        String names = launches.campaigns(project).stream().map(Campaign::name).collect(Collectors.joining(", "));
        return names.substring(0, Math.min(names.length(), LONGEST_REASON));
    }
}
