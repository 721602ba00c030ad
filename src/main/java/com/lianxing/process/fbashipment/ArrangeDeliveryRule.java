package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ArrivalLimit;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.process.fbashipment.Entered.Form;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The appointment lies in the delivery window and before Amazon's limit for the whole plan, unless the risk of a fee is
 * accepted; the window changes only while Amazon lets it.
 */
@Component
class ArrangeDeliveryRule implements SubmissionRule {

    private final Entered entered;
    private final ArrivalLimit arrival;
    private final Clock clock;

    ArrangeDeliveryRule(Entered entered, ArrivalLimit arrival, Clock clock) {
        this.entered = entered;
        this.arrival = arrival;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "fba-shipment-arrange-delivery";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        String choice = submission.text("windowChoice").orElseThrow();
        LocalDate appointment =
                submission.dateTime("appointmentAt").orElseThrow().toLocalDate();
        Optional<Form> plan = entered.deliveryWindow(project);
        Optional<LocalDate> last = choice.equals("CHANGE_WINDOW")
                ? submission.date("newWindowTo")
                : plan.flatMap(form -> form.date("windowTo"));
        boolean outside = last.filter(appointment::isAfter).isPresent();
        boolean fixed = plan.flatMap(form -> form.findDeadline("windowEditable", DeadlineKind.PLATFORM))
                .filter(until -> until.isPast(clock.now()))
                .isPresent();
        Optional<LocalDate> limit =
                arrival.of(project).map(end -> end.local().toLocalDate()).filter(appointment::isAfter);
        return new Violations()
                .when(
                        limit.isPresent() && !choice.equals("ACCEPT_FEE"),
                        "appointmentAt",
                        "rule.afterArrivalLimit",
                        limit.map(LocalDate::toString).orElse(""))
                .when(
                        outside && !choice.equals("ACCEPT_FEE"),
                        "appointmentAt",
                        "rule.outsideWindow",
                        last.map(LocalDate::toString).orElse(""))
                .when(fixed && choice.equals("CHANGE_WINDOW"), "windowChoice", "rule.windowFixed")
                .list();
    }
}
