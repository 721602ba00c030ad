package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.HappenedBefore;
import com.lianxing.process.engine.form.SaysWhyReturned;
import com.lianxing.process.engine.form.StillToCome;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.lifecycle.BudgetChangeRule;
import com.lianxing.process.lifecycle.LinkDecisionRule;
import com.lianxing.process.lifecycle.NothingElseOpen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of FBA inbound whose only rule is one that other forms have too. */
@Configuration(proxyBeanMethods = false)
class InboundFormRules {

    private final EnteredTimes times;

    InboundFormRules(EnteredTimes times) {
        this.times = times;
    }

    @Bean
    SubmissionRule planBudgetRule() {
        return new StillToCome("fba-inbound-plan-budget", "approvalNeededAt", times);
    }

    @Bean
    SubmissionRule planBudgetChangeRule() {
        return new BudgetChangeRule("fba-inbound-plan-budget-change", times);
    }

    @Bean
    SubmissionRule changeDateRule() {
        return new StillToCome("fba-inbound-change-date", "newTargetAt", times);
    }

    @Bean
    SubmissionRule approveCancelCostsRule() {
        return new SaysWhyReturned("fba-inbound-approve-cancel-costs", "cancelVerdict", "cancelComment");
    }

    @Bean
    SubmissionRule recordClearanceRule() {
        return new HappenedBefore("fba-inbound-record-clearance", "clearedOn", times);
    }

    @Bean
    SubmissionRule decideOnLinkedProjectRule(LinkDecisionRule rule) {
        return rule.of("fba-inbound-decide-on-linked-project");
    }

    @Bean
    SubmissionRule closeProjectRule(NothingElseOpen rule) {
        return rule.of("fba-inbound-close-project");
    }
}
