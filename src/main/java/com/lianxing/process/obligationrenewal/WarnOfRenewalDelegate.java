package com.lianxing.process.obligationrenewal;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.notification.Outbox;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_warn}: the deputy and the project manager hear of it 14 days ahead, the department's manager 7, the
 * general manager 3. Where several of these days have passed already, only the last one is told.
 */
@Component
class WarnOfRenewalDelegate implements JavaDelegate {

    private final Obligations obligations;
    private final Projects projects;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    WarnOfRenewalDelegate(Obligations obligations, Projects projects, People people, Outbox outbox, Clock clock) {
        this.obligations = obligations;
        this.projects = projects;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Obligation obligation = ObligationRenewal.obligation(execution, obligations);
        Instant now = clock.now();
        if (isPast(ObligationRenewal.WARN_3_AT.in(execution), now)) {
            tell(execution, obligation, "3", holding(Role.GENERAL_MANAGER));
        } else if (isPast(ObligationRenewal.WARN_7_AT.in(execution), now)) {
            String department = projects.require(obligation.project()).department();
            tell(
                    execution,
                    obligation,
                    "7",
                    people.holding(Role.DEPARTMENT_MANAGER).stream()
                            .filter(person -> person.department().equals(department))
                            .map(Person::id)
                            .toList());
        } else {
            String manager = projects.memberFor(obligation.project(), Role.PROJECT_MANAGER)
                    .orElseGet(() -> projects.require(obligation.project()).owner());
            tell(execution, obligation, "14", List.of(obligation.deputy(), manager));
        }
    }

    private List<String> holding(Role role) {
        return people.holding(role).stream().map(Person::id).toList();
    }

    private static boolean isPast(Date date, Instant now) {
        return !date.toInstant().isAfter(now);
    }

    private void tell(DelegateExecution execution, Obligation obligation, String level, List<String> told) {
        Instant due = ObligationRenewal.RENEWAL_DUE_AT.in(execution).toInstant();
        Outbox.Worded clocks =
                language -> BothClocks.text(due, obligation.terms().kind().zone(), language);
        told.stream()
                .distinct()
                .forEach(person -> outbox.put(
                        String.join(":", "renewal", execution.getProcessInstanceId(), level, person),
                        person,
                        "RENEWAL_NEAR",
                        obligation.project().value(),
                        "notice.renewalNear",
                        obligation.name(),
                        obligation.number(),
                        clocks));
    }
}
