package com.lianxing.approval;

import static com.lianxing.access.Role.CFO;
import static com.lianxing.access.Role.DEPARTMENT_MANAGER;
import static com.lianxing.access.Role.FINANCE;
import static com.lianxing.access.Role.GENERAL_MANAGER;
import static com.lianxing.access.Role.PROJECT_MANAGER;

import com.lianxing.access.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asked, as decision table {@code approval-route} says it. */
public enum Route {
    /** Nobody is asked: the request cannot be approved as it is. */
    REJECT,
    REALLOCATE,
    /** More than a tenth of a source line moves. */
    REALLOCATE_LARGE,
    /** During an event: whoever of finance is on duty, ratified by the CFO. */
    FAST,
    /** Duty and government fees within the budget. */
    PASS_THROUGH,
    /** What was bought is paid: finance releases what somebody else prepared. */
    PAYMENT,
    /** By level. */
    NORMAL;

    /** The lowest level whose approvers include the CFO. */
    static final int CFO_LEVEL = 4;

    /** The level whose approvers include both the CFO and the general manager, who are two people. */
    static final int TOP_LEVEL = 5;

    /** The route a table named; one that does not exist is {@link #REJECT}. */
    public static Route named(String name) {
        return Arrays.stream(values())
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElse(REJECT);
    }

    /** The level a table gave; none, or one that does not exist, is the highest. */
    public static int level(@Nullable Long given) {
        return given == null || given < 1 || given > TOP_LEVEL ? TOP_LEVEL : given.intValue();
    }

    /**
     * The roles to ask, in order.
     *
     * @param level 1 to 5; counts for {@link #NORMAL} only
     * @throws IllegalArgumentException for a level there is not
     */
    List<Role> roles(int level) {
        return switch (this) {
            case REJECT -> List.of();
            case REALLOCATE -> List.of(PROJECT_MANAGER, FINANCE);
            case REALLOCATE_LARGE -> List.of(PROJECT_MANAGER, DEPARTMENT_MANAGER, FINANCE);
            case FAST -> List.of(FINANCE, CFO);
            case PASS_THROUGH, PAYMENT -> List.of(FINANCE);
            case NORMAL -> byLevel(level);
        };
    }

    private static List<Role> byLevel(int level) {
        return switch (level) {
            case 1 -> List.of(PROJECT_MANAGER);
            case 2 -> List.of(DEPARTMENT_MANAGER);
            case 3 -> List.of(DEPARTMENT_MANAGER, FINANCE);
            case CFO_LEVEL -> List.of(DEPARTMENT_MANAGER, FINANCE, CFO);
            case TOP_LEVEL -> List.of(DEPARTMENT_MANAGER, FINANCE, CFO, GENERAL_MANAGER);
            default -> throw new IllegalArgumentException("there is no approval level " + level);
        };
    }
}
