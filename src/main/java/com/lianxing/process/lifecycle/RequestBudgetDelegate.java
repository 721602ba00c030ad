package com.lianxing.process.lifecycle;

import com.lianxing.approval.NewRequest;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestBudget}: the planned costs, line by line, become the request for the first budget. */
@Component
class RequestBudgetDelegate implements JavaDelegate {

    private static final Var<String> REASON = Var.string("budgetReason");

    private final BudgetPlan plan;
    private final BudgetRequests requests;
    private final Projects projects;

    RequestBudgetDelegate(BudgetPlan plan, BudgetRequests requests, Projects projects) {
        this.plan = plan;
        this.requests = requests;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.setStatus(project, ProjectStatus.BUDGET_PENDING);
        requests.ask(
                execution,
                NewRequest.initial(
                        BudgetRequests.id(execution),
                        project,
                        plan.inDollars(project),
                        requests.person(),
                        REASON.in(execution),
                        BudgetRequests.neededBy(execution)));
    }
}
