package com.lianxing.approval;

import static com.lianxing.access.Role.CFO;
import static com.lianxing.access.Role.DEPARTMENT_MANAGER;
import static com.lianxing.access.Role.DIRECTOR;
import static com.lianxing.access.Role.FINANCE;
import static com.lianxing.access.Role.GENERAL_MANAGER;
import static com.lianxing.access.Role.PROJECT_MANAGER;

import com.lianxing.access.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the people for the roles that a route asks: nobody decides on what he asked for, and nobody decides twice.
 *
 * <p>Who cannot be asked in a role is passed over upwards (department manager and finance to the CFO, the CFO to the
 * general manager), never to a colleague beside him who would decide for him. Where the general manager asks, what is
 * passed over goes to the CFO and the director. A role falls away only where everybody above decides already.
 */
final class Chain {

    /** @param person null leaves the step to whoever of the role claims it first: none of them is named elsewhere */
    record Asked(Role role, @Nullable String person) {}

    private static final List<Role> LADDER =
            List.of(PROJECT_MANAGER, DEPARTMENT_MANAGER, FINANCE, CFO, GENERAL_MANAGER, DIRECTOR);
    private static final Set<Role> TOP = EnumSet.of(CFO, GENERAL_MANAGER, DIRECTOR);

    private final Staff staff;
    private final Set<String> taken;
    private final List<Asked> asked = new ArrayList<>();

    private Chain(Staff staff, Set<String> taken) {
        this.staff = staff;
        this.taken = new HashSet<>(taken);
    }

    /** Whom to ask, in order; empty if nobody may be asked, or not the two people at the top that a level wants. */
    static List<Asked> of(Route route, int level, Staff staff) {
        Chain chain = new Chain(staff, Set.of());
        route.roles(level).forEach(chain::ask);
        chain.asked.sort(Comparator.comparing(step -> LADDER.indexOf(step.role())));
        boolean needsTwoAtTheTop = route == Route.NORMAL && level == Route.TOP_LEVEL;
        long atTheTop =
                chain.asked.stream().filter(step -> TOP.contains(step.role())).count();
        return needsTwoAtTheTop && atTheTop < 2 ? List.of() : List.copyOf(chain.asked);
    }

    /**
     * Who takes over a step whose person cannot decide any more.
     *
     * @param others all who decide or have decided in the other steps
     */
    static Optional<Asked> instead(Role role, Staff staff, Set<String> others) {
        Chain chain = new Chain(staff, others);
        chain.ask(role);
        return chain.asked.stream().findFirst();
    }

    /** The roles that decide above this one, nearest first. */
    static List<Role> above(Role role) {
        return switch (role) {
            case PROJECT_MANAGER -> List.of(DEPARTMENT_MANAGER, CFO, GENERAL_MANAGER);
            case DEPARTMENT_MANAGER, FINANCE -> List.of(CFO, GENERAL_MANAGER);
            case CFO -> List.of(GENERAL_MANAGER);
            case GENERAL_MANAGER -> List.of(DIRECTOR);
            default -> List.of();
        };
    }

    private void ask(Role role) {
        if (take(role)) {
            return;
        }
        if (staff.requesterHolds(GENERAL_MANAGER)) {
            take(CFO);
            take(DIRECTOR);
            return;
        }
        boolean passed = above(role).stream().anyMatch(this::take);
        if (!passed && staff.eligible(GENERAL_MANAGER).isEmpty()) {
            take(DIRECTOR);
        }
    }

    private boolean take(Role role) {
        List<String> free = free(role);
        if (free.isEmpty()) {
            return false;
        }
        List<String> onlyHere = free.size() == 1
                ? free
                : free.stream()
                        .filter(person -> !isWantedElsewhere(person, role))
                        .toList();
        boolean anyOfThem = free.size() > 1 && onlyHere.size() == free.size();
        String person = anyOfThem ? null : onlyHere.isEmpty() ? free.get(0) : onlyHere.get(0);
        if (person != null) {
            taken.add(person);
        }
        asked.add(new Asked(role, person));
        return true;
    }

    private List<String> free(Role role) {
        // Left to the role once, it is not asked again: whoever claims it is not known yet.
        boolean askedBefore = asked.stream().anyMatch(step -> step.role() == role && step.person() == null);
        if (askedBefore) {
            return List.of();
        }
        return staff.eligible(role).stream()
                .filter(person -> !taken.contains(person))
                .toList();
    }

    private boolean isWantedElsewhere(String person, Role here) {
        return LADDER.stream()
                .filter(role -> role != here)
                .anyMatch(role -> staff.eligible(role).contains(person));
    }
}
