package com.lianxing.approval;

import static com.lianxing.access.Role.CFO;
import static com.lianxing.access.Role.DEPARTMENT_MANAGER;
import static com.lianxing.access.Role.DIRECTOR;
import static com.lianxing.access.Role.FINANCE;
import static com.lianxing.access.Role.GENERAL_MANAGER;
import static com.lianxing.access.Role.PROJECT_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.access.Role;
import com.lianxing.approval.Chain.Asked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every chain, however a small team shares its roles. */
class ChainPropertyTest {

    private static final List<Role> ROLES =
            List.of(PROJECT_MANAGER, DEPARTMENT_MANAGER, FINANCE, CFO, GENERAL_MANAGER, DIRECTOR);

    /** All 262,144 ways in which three people share six roles, each of them asking, on all levels. */
    @Example
    void everyTeamOfThree() {
        for (int shares = 0; shares < 1 << 18; shares++) {
            Map<Role, List<String>> holders = shared(3, shares);
            for (int level = 1; level <= 5; level++) {
                check(Route.NORMAL, level, holders, Set.of(), "p0");
            }
        }
    }

    @Property(tries = 20_000)
    void anyTeamOfFive(
            @ForAll("teams") Map<Role, List<String>> holders,
            @ForAll Route route,
            @ForAll @IntRange(min = 1, max = 5) int level,
            @ForAll @IntRange(max = 4) int requester,
            @ForAll Set<@IntRange(max = 4) Integer> editors) {
        Set<String> barred = new HashSet<>();
        if (editors.size() <= 2) {
            editors.forEach(editor -> barred.add("p" + editor));
        }

        check(route, level, holders, barred, "p" + requester);
    }

    @Provide
    Arbitrary<Map<Role, List<String>>> teams() {
        return Arbitraries.longs().between(0, (1L << 30) - 1).map(shares -> shared(5, shares));
    }

    private static Map<Role, List<String>> shared(int people, long shares) {
        Map<Role, List<String>> holders = new EnumMap<>(Role.class);
        for (int r = 0; r < ROLES.size(); r++) {
            long mask = shares >> (r * people);
            holders.put(
                    ROLES.get(r),
                    IntStream.range(0, people)
                            .filter(p -> (mask >> p & 1) == 1)
                            .mapToObj(p -> "p" + p)
                            .toList());
        }
        return holders;
    }

    private static void check(
            Route route, int level, Map<Role, List<String>> holders, Set<String> editors, String requester) {
        Set<String> barred = new HashSet<>(editors);
        barred.add(requester);
        Staff staff = new Staff(role -> holders.getOrDefault(role, List.of()), barred::contains, requester);
        List<Asked> chain = Chain.of(route, level, staff);
        assertThat(chain).isEqualTo(Chain.of(route, level, staff));

        List<String> named = new ArrayList<>();
        for (Asked step : chain) {
            List<String> eligible = staff.eligible(step.role());
            if (step.person() != null) {
                assertEquals(true, eligible.contains(step.person()), chain, holders);
                named.add(step.person());
            }
        }
        Set<String> once = new HashSet<>(named);
        assertEquals(named.size(), once.size(), chain, holders);
        assertEquals(false, once.stream().anyMatch(barred::contains), chain, holders);
        for (Asked step : chain) {
            if (step.person() == null) {
                // Whoever of them claims it, every other step stays possible.
                List<String> free = staff.eligible(step.role()).stream()
                        .filter(person -> !named.contains(person))
                        .toList();
                assertEquals(true, free.size() > 1, chain, holders);
                free.forEach(person -> assertEquals(true, once.add(person), chain, holders));
            }
        }
        if (route != Route.REJECT && hasSomebodyAtTheTop(staff, level == 5 && route == Route.NORMAL)) {
            assertEquals(false, chain.isEmpty(), chain, holders);
        }
    }

    /** The company's duty: a general manager who is not barred, or a CFO or director for what he asks himself. */
    private static boolean hasSomebodyAtTheTop(Staff staff, boolean two) {
        List<String> cfo = staff.eligible(CFO);
        List<String> gm = staff.eligible(GENERAL_MANAGER);
        List<String> director = staff.eligible(DIRECTOR);
        if (!two) {
            return staff.requesterHolds(GENERAL_MANAGER) ? !cfo.isEmpty() || !director.isEmpty() : !gm.isEmpty();
        }
        // One for each role, nobody counted on in two: then there are two at the top, whoever else is asked.
        return cfo.size() == 1
                && gm.size() == 1
                && director.size() == 1
                && new HashSet<>(List.of(cfo.get(0), gm.get(0), director.get(0))).size() == 3
                && !staff.requesterHolds(GENERAL_MANAGER);
    }

    private static void assertEquals(
            Object expected, Object actual, List<Asked> chain, Map<Role, List<String>> holders) {
        if (!expected.equals(actual)) {
            throw new AssertionError("%s for %s".formatted(chain, holders));
        }
    }
}
