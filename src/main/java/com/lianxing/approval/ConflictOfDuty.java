package com.lianxing.approval;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may not decide on a request: decided from its own record and from the person, whatever the engine says. */
@Component
public class ConflictOfDuty {

    private final ApprovalRows rows;
    private final SupplierEditors editors;
    private final PurchaseApprovers purchases;
    private final People people;
    private final Projects projects;

    ConflictOfDuty(
            ApprovalRows rows, SupplierEditors editors, PurchaseApprovers purchases, People people, Projects projects) {
        this.rows = rows;
        this.editors = editors;
        this.purchases = purchases;
        this.people = people;
        this.projects = projects;
    }

    /**
     * Why the person may not decide on the step that is due now; empty if nothing is against it.
     *
     * @throws IllegalArgumentException if there is no such request
     */
    @Transactional(readOnly = true)
    public Optional<DutyConflict> check(String requestId, String person) {
        ApprovalRequest request = rows.find(requestId)
                .orElseThrow(() -> new IllegalArgumentException("no approval request " + requestId));
        return check(request, rows.steps(requestId), person);
    }

    /** The same for the request that a process instance decides on; nobody is asked by one that decides on none. */
    @Transactional(readOnly = true)
    public Optional<DutyConflict> checkInstance(String processInstanceId, String person) {
        return rows.ofInstance(processInstanceId).flatMap(request -> check(request, rows.steps(request.id()), person));
    }

    Optional<DutyConflict> check(ApprovalRequest request, List<ApprovalStep> chain, String person) {
        if (person.equals(request.requestedBy())) {
            return Optional.of(DutyConflict.DUTY_REQUESTER);
        }
        Optional<ApprovalStep> due =
                chain.stream().filter(step -> !step.isDecided()).findFirst();
        if (!request.isOpen() || due.isEmpty()) {
            return Optional.of(DutyConflict.DUTY_CLOSED);
        }
        Optional<Person> known = people.find(person);
        Set<Role> roles = known.map(Person::roles).orElse(Set.of());
        if (Approvers.neverDecides(roles)) {
            return Optional.of(DutyConflict.DUTY_ROLE_EXCLUDED);
        }
        if (Approvers.inOtherSteps(chain, due.get().position()).contains(person)) {
            return Optional.of(DutyConflict.DUTY_TWICE);
        }
        if (editors.of(request).contains(person)) {
            return Optional.of(DutyConflict.DUTY_SUPPLIER_EDITOR);
        }
        if (purchases.of(request).contains(person)) {
            return Optional.of(DutyConflict.DUTY_PURCHASE_APPROVER);
        }
        return known.filter(it -> isAsked(request, due.get(), it)).isPresent()
                ? Optional.empty()
                : Optional.of(DutyConflict.DUTY_NOT_ASKED);
    }

    private boolean isAsked(ApprovalRequest request, ApprovalStep step, Person person) {
        if (step.person() != null) {
            return step.person().equals(person.id()) && person.holds(step.role());
        }
        return person.holds(step.role())
                && (step.role() != Role.DEPARTMENT_MANAGER
                        || person.department()
                                .equals(projects.require(request.code()).department()));
    }
}
