package com.lianxing.approval;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.project.Project;
import com.lianxing.project.Projects;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The people of this company who can be asked about a request. */
@Component
class Approvers {

    private static final Set<Role> NEVER = EnumSet.of(Role.AUDITOR, Role.PROCESS_OWNER, Role.CAMUNDA_ADMIN);

    private final People people;
    private final Projects projects;
    private final SupplierEditors editors;
    private final PurchaseApprovers purchases;

    Approvers(People people, Projects projects, SupplierEditors editors, PurchaseApprovers purchases) {
        this.people = people;
        this.projects = projects;
        this.editors = editors;
        this.purchases = purchases;
    }

    static boolean neverDecides(Collection<Role> roles) {
        return roles.stream().anyMatch(NEVER::contains);
    }

    Staff staffFor(ApprovalRequest request) {
        Project project = projects.require(request.code());
        Set<String> barred = new HashSet<>(editors.of(request));
        barred.addAll(purchases.of(request));
        barred.add(request.requestedBy());
        return new Staff(
                role -> holders(project, role).stream().map(Person::id).toList(),
                barred::contains,
                request.requestedBy());
    }

    /** Who may be asked in that step as things stand: the named person, or all of the role who have no conflict. */
    List<String> askedIn(ApprovalRequest request, ApprovalStep step, List<ApprovalStep> chain) {
        String named = step.person();
        if (named != null) {
            return List.of(named);
        }
        Set<String> others = inOtherSteps(chain, step.position());
        return staffFor(request).eligible(step.role()).stream()
                .filter(person -> !others.contains(person))
                .toList();
    }

    /** Whom to tell when a step takes too long: whoever decides next, else somebody above. Empty at the very top. */
    List<String> above(ApprovalRequest request, ApprovalStep step, List<ApprovalStep> chain) {
        Optional<ApprovalStep> next = chain.stream()
                .filter(later -> later.position() > step.position() && !later.isDecided())
                .findFirst();
        if (next.isPresent()) {
            return askedIn(request, next.get(), chain);
        }
        Staff staff = staffFor(request);
        return Chain.above(step.role()).stream()
                .map(staff::eligible)
                .filter(eligible -> !eligible.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Everybody who is named, or has decided, in another step. */
    static Set<String> inOtherSteps(List<ApprovalStep> chain, int position) {
        Set<String> others = new HashSet<>();
        for (ApprovalStep step : chain) {
            if (step.position() != position) {
                Decision decision = step.decision();
                if (decision != null) {
                    others.add(decision.decidedBy());
                } else if (step.person() != null) {
                    others.add(step.person());
                }
            }
        }
        return others;
    }

    private List<Person> holders(Project project, Role role) {
        if (role != Role.DEPARTMENT_MANAGER) {
            Optional<Person> named = projects.memberFor(project.code(), role)
                    .flatMap(people::find)
                    .filter(person -> person.holds(role));
            if (named.isPresent()) {
                return named.filter(person -> !neverDecides(person.roles())).stream()
                        .toList();
            }
        }
        return people.holding(role).stream()
                .filter(person -> !neverDecides(person.roles()))
                .filter(person ->
                        role != Role.DEPARTMENT_MANAGER || person.department().equals(project.department()))
                .toList();
    }
}
