package com.lianxing.process.obligationrenewal;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.Obligations;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planRenewal}: who renews it, and when more people hear that it is not done: domain.md 2.4. */
@Component
class PlanRenewalDelegate implements JavaDelegate {

    private final Obligations obligations;
    private final People people;

    PlanRenewalDelegate(Obligations obligations, People people) {
        this.obligations = obligations;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Obligation obligation = ObligationRenewal.obligation(execution, obligations);
        Stream<String> ofTheirRole = people.holding(Role.COMPLIANCE).stream().map(Person::id);
        Stream.concat(Stream.of(obligation.owner(), obligation.deputy()), ofTheirRole)
                .filter(this::mayRenew)
                .findFirst()
                .ifPresent(person -> ObligationRenewal.PERSON.set(execution, person));
        Instant due = ObligationRenewal.RENEWAL_DUE_AT.in(execution).toInstant();
        ObligationRenewal.WARN_14_AT.set(execution, before(due, 14));
        ObligationRenewal.WARN_7_AT.set(execution, before(due, 7));
        ObligationRenewal.WARN_3_AT.set(execution, before(due, 3));
    }

    private boolean mayRenew(String person) {
        return people.find(person).filter(PlanRenewalDelegate::worksHere).isPresent();
    }

    private static boolean worksHere(Person person) {
        return person.holds(Role.COMPLIANCE) || person.holds(Role.PROJECT_MANAGER);
    }

    private static Date before(Instant due, int days) {
        return Date.from(due.minus(Duration.ofDays(days)));
    }
}
