package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.Violations;

/** What every form with a voyage is held to: it sails in the future, and arrives after that. */
final class VoyageTimes {

    private VoyageTimes() {}

    static Violations check(Violations violations, Submission submission, EnteredTimes times) {
        return violations
                .when(times.isOver(submission, "ladingAt", "ladingZone"), "ladingAt", "rule.future")
                .when(
                        times.isNotBefore(submission, "ladingAt", "ladingZone", "arrivalAt", "arrivalZone"),
                        "arrivalAt",
                        "rule.arrivalBeforeLading");
    }
}
