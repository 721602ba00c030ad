package com.lianxing.process.adverseevent;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.HappenedBefore;
import com.lianxing.process.engine.form.SaysWhyReturned;
import com.lianxing.process.engine.form.SubmissionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The forms of adverse events, whose only rules are those that other forms have too. */
@Configuration(proxyBeanMethods = false)
class AdverseEventFormRules {

    private final EnteredTimes times;

    AdverseEventFormRules(EnteredTimes times) {
        this.times = times;
    }

    @Bean
    SubmissionRule startAdverseEventRule() {
        return new HappenedBefore("adverse-event-start", "learnedOn", times);
    }

    @Bean
    SubmissionRule reportAdverseEventRule() {
        return new HappenedBefore("adverse-event-report", "reportedOn", times);
    }

    @Bean
    SubmissionRule checkAdverseEventRule() {
        return new SaysWhyReturned("adverse-event-check", "reportVerdict", "reportComment");
    }
}
