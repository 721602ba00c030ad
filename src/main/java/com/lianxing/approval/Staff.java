package com.lianxing.approval;

import com.lianxing.access.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who could be asked about one request. Looks up only the roles it is asked for, each once. */
final class Staff {

    private final Function<Role, List<String>> source;
    private final Predicate<String> barred;
    private final String requester;
    private final Map<Role, List<String>> holders = new EnumMap<>(Role.class);

    /**
     * @param holders who would decide in a role for this project: the person the project names, else all who hold it
     * @param barred who may not decide on this request, in whatever role; the requester never may
     */
    Staff(Function<Role, List<String>> holders, Predicate<String> barred, String requester) {
        this.source = holders;
        this.barred = barred;
        this.requester = requester;
    }

    /** Nobody in a role that the requester holds himself: a colleague beside him is not asked, somebody above is. */
    List<String> eligible(Role role) {
        List<String> all = holders(role);
        if (all.contains(requester)) {
            return List.of();
        }
        return all.stream().filter(barred.negate()).sorted().distinct().toList();
    }

    boolean requesterHolds(Role role) {
        return holders(role).contains(requester);
    }

    private List<String> holders(Role role) {
        return holders.computeIfAbsent(role, source);
    }
}
