package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deposit and balance are paid in the order's currency, and were paid before they are recorded. */
@Configuration(proxyBeanMethods = false)
class PaymentRules {

    private final ProjectSteps steps;
    private final EnteredTimes times;

    PaymentRules(ProjectSteps steps, EnteredTimes times) {
        this.steps = steps;
        this.times = times;
    }

    @Bean
    SubmissionRule payDepositRule() {
        return new PaymentRule("fba-inbound-pay-deposit", steps, times);
    }

    @Bean
    SubmissionRule payBalanceRule() {
        return new PaymentRule("fba-inbound-pay-balance", steps, times);
    }

    private record PaymentRule(String formId, ProjectSteps steps, EnteredTimes times) implements SubmissionRule {

        @Override
        public List<Violation> check(Submission submission) {
            Violations violations =
                    new Violations().when(times.isInFuture(submission, "paidOn"), "paidOn", "rule.notFuture");
            steps.latest(new ProjectCode(submission.projectCode().orElseThrow()), "place-order")
                    .map(order -> String.valueOf(order.values().get("orderCurrency")))
                    .filter(currency ->
                            !currency.equals(submission.text("paidCurrency").orElse("")))
                    .ifPresent(currency -> violations.when(true, "paidCurrency", "rule.currencyOfOrder", currency));
            return violations.list();
        }
    }
}
