package com.lianxing.process.obligationrenewal;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.HappenedBefore;
import com.lianxing.process.engine.form.SaysWhyReturned;
import com.lianxing.process.engine.form.SubmissionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of renewals, whose only rules are those that other forms have too. */
@Configuration(proxyBeanMethods = false)
class RenewalFormRules {

    private final EnteredTimes times;

    RenewalFormRules(EnteredTimes times) {
        this.times = times;
    }

    @Bean
    SubmissionRule renewRule() {
        return new HappenedBefore("obligation-renewal-renew", "renewedOn", times);
    }

    @Bean
    SubmissionRule recoverRule() {
        return new HappenedBefore("obligation-renewal-recover", "recoveredOn", times);
    }

    @Bean
    SubmissionRule checkRenewalRule() {
        return new SaysWhyReturned("obligation-renewal-check", "renewalVerdict", "renewalComment");
    }
}
