package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.HappenedBefore;
import com.lianxing.process.engine.form.SaysWhyReturned;
import com.lianxing.process.engine.form.StillToCome;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.lifecycle.BudgetChangeRule;
import com.lianxing.process.lifecycle.NothingElseOpen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of FDA compliance whose only rule is one that other forms have too. */
@Configuration(proxyBeanMethods = false)
class CertificationFormRules {

    private final EnteredTimes times;

    CertificationFormRules(EnteredTimes times) {
        this.times = times;
    }

    @Bean
    SubmissionRule planCertificationBudgetRule() {
        return new StillToCome("fda-certification-plan-budget", "approvalNeededAt", times);
    }

    @Bean
    SubmissionRule planCertificationBudgetChangeRule() {
        return new BudgetChangeRule("fda-certification-plan-budget-change", times);
    }

    @Bean
    SubmissionRule changeCertificationDateRule() {
        return new StillToCome("fda-certification-change-date", "newTargetAt", times);
    }

    @Bean
    SubmissionRule submitFilingRule() {
        return new HappenedBefore("fda-certification-submit-filing", "submittedOn", times);
    }

    @Bean
    SubmissionRule recordAnswerRule() {
        return new HappenedBefore("fda-certification-record-answer", "answeredOn", times);
    }

    @Bean
    SubmissionRule answerFdaRule() {
        return new HappenedBefore("fda-certification-answer-fda", "answerSentOn", times);
    }

    @Bean
    SubmissionRule answerDetentionRule() {
        return new HappenedBefore("fda-certification-answer-detention", "respondedOn", times);
    }

    @Bean
    SubmissionRule checkNumbersRule() {
        return new SaysWhyReturned("fda-certification-check-numbers", "numbersVerdict", "numbersComment");
    }

    @Bean
    SubmissionRule approveCertificationCancelCostsRule() {
        return new SaysWhyReturned("fda-certification-approve-cancel-costs", "cancelVerdict", "cancelComment");
    }

    @Bean
    SubmissionRule closeCertificationRule(NothingElseOpen rule) {
        return rule.of("fda-certification-close-certification");
    }
}
