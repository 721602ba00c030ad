package com.lianxing.process.budgetapproval;

import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.process.budgetapproval.Approvals.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.approval.NewRequest;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import java.util.Locale;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an approver reads: the money before and after, who asked and why, who decides. */
@LianxingTest
class DecisionFactsTest {

    @Autowired
    private Approvals company;

    @Autowired
    private DecisionFacts facts;

    @Test
    void bothLanguagesSayWhatIsAskedWhatIsLeftAndWhoDecides() {
        ProjectCode code = company.projectWith(line(FREIGHT, "10000.00"));
        NewRequest request = NewRequest.commitment(
                company.newId(),
                code,
                FREIGHT,
                Approvals.usd("10500.00"),
                company.requester(),
                "40' box | <b>now</b>",
                company.inAMonth());
        String instance = company.start(request);
        Task task = company.task(instance);
        company.decide(company.person(Role.DEPARTMENT_MANAGER), task, "APPROVE");
        FormView view = view(company.task(instance), code);

        String english = facts.markdown(view, reader(Locale.ENGLISH));
        String chinese = facts.markdown(view, reader(Locale.CHINESE));

        assertThat(english)
                .contains("**Overrun, Main freight** for " + code)
                .contains("Amount: **10,500.00 USD**")
                .contains(
                        "| Main freight | 10,500.00 USD | 10,000.00 USD | 0.00 USD | 0.00 USD | 10,000.00 USD | 0.00 USD |")
                .contains("This is 500.00 USD more than is available")
                .contains("| 1. Department manager |")
                .contains("| 2. Finance |", "**now**", "Approved ")
                .doesNotContain("<b>");
        assertThat(chinese)
                .contains("**超支，", "审批前可用", "比可用额度多 500.00 USD", "1. 部门经理")
                .doesNotContain("<b>");
    }

    private static Reader reader(Locale language) {
        return new Reader("c-finance", language, Approvals.SHANGHAI);
    }

    private static FormView view(Task task, ProjectCode code) {
        Work work = new Work(
                task.getId(),
                BudgetApproval.KEY,
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                code.value());
        return new FormView(BudgetApproval.DECIDE_FORM, BudgetApproval.KEY, work, null);
    }
}
