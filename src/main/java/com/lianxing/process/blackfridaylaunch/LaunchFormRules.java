package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import com.lianxing.launch.Launches;
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

/** The forms of a launch whose only rule is one that other forms have too. */
@Configuration(proxyBeanMethods = false)
class LaunchFormRules {

    private final EnteredTimes times;
    private final Launches launches;

    LaunchFormRules(EnteredTimes times, Launches launches) {
        this.times = times;
        this.launches = launches;
    }

    @Bean
    SubmissionRule planLaunchBudgetRule() {
        return new StillToCome("black-friday-launch-plan-budget", "approvalNeededAt", times);
    }

    @Bean
    SubmissionRule planCampaignsRule() {
        return new StillToCome("black-friday-launch-plan-campaigns", "approvalNeededAt", times);
    }

    @Bean
    SubmissionRule planLaunchBudgetChangeRule() {
        return new BudgetChangeRule("black-friday-launch-plan-budget-change", times);
    }

    @Bean
    SubmissionRule changeEventDateRule() {
        return new StillToCome("black-friday-launch-change-date", "newTargetAt", times);
    }

    @Bean
    SubmissionRule decideOnStockRule() {
        return new GateDecisionRule("black-friday-launch-decide-on-stock", Gate.STOCK, launches);
    }

    @Bean
    SubmissionRule decideOnReadinessRule() {
        return new GateDecisionRule("black-friday-launch-decide-on-readiness", Gate.READINESS, launches);
    }

    @Bean
    SubmissionRule decideOnLaunchRule() {
        return new GateDecisionRule("black-friday-launch-decide-on-launch", Gate.LAUNCH, launches);
    }

    @Bean
    SubmissionRule publishListingRule() {
        return new HappenedBefore("black-friday-launch-publish-listing", "publishedOn", times);
    }

    @Bean
    SubmissionRule verifyCapsRule() {
        return new SaysWhyReturned("black-friday-launch-verify-caps", "capsVerdict", "capsComment");
    }

    @Bean
    SubmissionRule approveResultRule() {
        return new SaysWhyReturned("black-friday-launch-approve-result", "resultVerdict", "resultComment");
    }

    @Bean
    SubmissionRule approveLaunchCancelCostsRule() {
        return new SaysWhyReturned("black-friday-launch-approve-cancel-costs", "cancelVerdict", "cancelComment");
    }

    @Bean
    SubmissionRule decideOnProjectOfLaunchRule(LinkDecisionRule rule) {
        return rule.of("black-friday-launch-decide-on-linked-project");
    }

    @Bean
    SubmissionRule closeLaunchRule(NothingElseOpen rule) {
        return rule.of("black-friday-launch-close-launch");
    }
}
