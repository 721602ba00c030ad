package com.lianxing.approval;

import static com.lianxing.access.Role.CFO;
import static com.lianxing.access.Role.DEPARTMENT_MANAGER;
import static com.lianxing.access.Role.DIRECTOR;
import static com.lianxing.access.Role.FINANCE;
import static com.lianxing.access.Role.GENERAL_MANAGER;
import static com.lianxing.access.Role.PROJECT_MANAGER;
import static com.lianxing.approval.Route.FAST;
import static com.lianxing.approval.Route.NORMAL;
import static com.lianxing.approval.Route.PASS_THROUGH;
import static com.lianxing.approval.Route.REALLOCATE;
import static com.lianxing.approval.Route.REALLOCATE_LARGE;
import static com.lianxing.approval.Route.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.access.Role;
import com.lianxing.approval.Chain.Asked;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of levels and routes, and who is passed over. */
class ChainTest {

    @Test
    void eachLevelAsksItsRolesInOrder() {
        assertThat(chain(NORMAL, 1, "ops")).containsExactly("pm");
        assertThat(chain(NORMAL, 2, "ops")).containsExactly("manager");
        assertThat(chain(NORMAL, 3, "ops")).containsExactly("manager", "finance");
        assertThat(chain(NORMAL, 4, "ops")).containsExactly("manager", "finance", "cfo");
        assertThat(chain(NORMAL, 5, "ops")).containsExactly("manager", "finance", "cfo", "gm");
        assertThatThrownBy(() -> chain(NORMAL, 6, "ops")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chain(NORMAL, 0, "ops")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachRouteAsksItsRolesWhateverTheLevel() {
        assertThat(chain(REJECT, 5, "ops")).isEmpty();
        assertThat(chain(REALLOCATE, 5, "ops")).containsExactly("pm", "finance");
        assertThat(chain(REALLOCATE_LARGE, 5, "ops")).containsExactly("pm", "manager", "finance");
        assertThat(chain(FAST, 5, "ops")).containsExactly("finance", "cfo");
        assertThat(chain(PASS_THROUGH, 5, "ops")).containsExactly("finance");
    }

    @Test
    void whoAsksIsPassedOverUpwards() {
        assertThat(chain(NORMAL, 1, "pm")).containsExactly("manager");
        assertThat(chain(NORMAL, 2, "manager")).containsExactly("cfo");
        assertThat(chain(NORMAL, 3, "finance")).containsExactly("manager", "cfo");
        assertThat(chain(NORMAL, 4, "finance")).containsExactly("manager", "cfo", "gm");
        assertThat(chain(NORMAL, 4, "cfo")).containsExactly("manager", "finance", "gm");
        assertThat(chain(NORMAL, 5, "cfo")).isEqualTo(List.of("manager", "finance", "gm", "director"));
        assertThat(chain(PASS_THROUGH, 1, "finance")).containsExactly("cfo");
    }

    @Test
    void whatTheGeneralManagerAsksForGoesToTheCfoAndTheDirector() {
        assertThat(chain(NORMAL, 5, "gm")).containsExactly("manager", "finance", "cfo", "director");
        Staff boss = staff(
                "boss",
                Map.of(
                        PROJECT_MANAGER, List.of("boss"),
                        DEPARTMENT_MANAGER, List.of("boss"),
                        CFO, List.of("cfo"),
                        GENERAL_MANAGER, List.of("boss"),
                        DIRECTOR, List.of("director")));

        assertThat(Chain.of(NORMAL, 1, boss)).containsExactly(new Asked(CFO, "cfo"), new Asked(DIRECTOR, "director"));
    }

    @Test
    void nobodyIsAskedTwiceInTheSmallTeam() {
        Staff two = staff(
                "ann",
                Map.of(
                        PROJECT_MANAGER, List.of("ann"),
                        DEPARTMENT_MANAGER, List.of("bo"),
                        FINANCE, List.of("bo"),
                        CFO, List.of("chen"),
                        GENERAL_MANAGER, List.of("chen"),
                        DIRECTOR, List.of("dora")));

        assertThat(people(Chain.of(NORMAL, 3, two))).containsExactly("bo", "chen");
        assertThat(people(Chain.of(NORMAL, 4, two))).containsExactly("bo", "chen");
        assertThat(people(Chain.of(NORMAL, 5, two))).containsExactly("bo", "chen", "dora");
    }

    @Test
    void theTopLevelNeedsTwoPeopleAtTheTop() {
        Map<Role, List<String>> holders = Map.of(
                DEPARTMENT_MANAGER, List.of("bo"),
                FINANCE, List.of("fay"),
                CFO, List.of("chen"),
                GENERAL_MANAGER, List.of("chen"));

        assertThat(people(Chain.of(NORMAL, 4, staff("ann", holders)))).containsExactly("bo", "fay", "chen");
        assertThat(Chain.of(NORMAL, 5, staff("ann", holders))).isEmpty();
    }

    @Test
    void aRoleOfSeveralIsLeftToWhoeverClaimsIt() {
        EnumMap<Role, List<String>> holders = new EnumMap<>(company());
        holders.put(FINANCE, List.of("fay", "finance"));

        assertThat(Chain.of(NORMAL, 3, staff("ops", holders)))
                .containsExactly(new Asked(DEPARTMENT_MANAGER, "manager"), new Asked(FINANCE, null));
    }

    @Test
    void whoIsWantedInAnotherRoleIsNotCountedOnTwice() {
        EnumMap<Role, List<String>> holders = new EnumMap<>(company());
        holders.put(FINANCE, List.of("cfo", "finance"));

        assertThat(people(Chain.of(NORMAL, 4, staff("ops", holders)))).containsExactly("manager", "finance", "cfo");
    }

    @Test
    void aColleagueBesideTheRequesterIsNotAsked() {
        EnumMap<Role, List<String>> holders = new EnumMap<>(company());
        holders.put(FINANCE, List.of("fay", "finance"));

        assertThat(people(Chain.of(PASS_THROUGH, 1, staff("fay", holders)))).containsExactly("cfo");
    }

    @Test
    void withNobodyToAskTheChainIsEmpty() {
        assertThat(Chain.of(NORMAL, 1, staff("ann", Map.of(PROJECT_MANAGER, List.of("ann")))))
                .isEmpty();
    }

    @Test
    void aStepWhosePersonCannotDecideAnyMoreGoesUp() {
        Staff later = new Staff(company()::get, Set.of("ops", "finance")::contains, "ops");

        assertThat(Chain.instead(FINANCE, later, Set.of("manager"))).contains(new Asked(CFO, "cfo"));
        assertThat(Chain.instead(FINANCE, later, Set.of("manager", "cfo", "gm")))
                .isEmpty();
    }

    private static List<String> chain(Route route, int level, String requester) {
        return people(Chain.of(route, level, staff(requester, company())));
    }

    private static List<String> people(List<Asked> chain) {
        return chain.stream().map(step -> String.valueOf(step.person())).toList();
    }

    private static Staff staff(String requester, Map<Role, List<String>> holders) {
        return new Staff(role -> holders.getOrDefault(role, List.of()), requester::equals, requester);
    }

    private static Map<Role, List<String>> company() {
        return Map.of(
                PROJECT_MANAGER, List.of("pm"),
                DEPARTMENT_MANAGER, List.of("manager"),
                FINANCE, List.of("finance"),
                CFO, List.of("cfo"),
                GENERAL_MANAGER, List.of("gm"),
                DIRECTOR, List.of("director"));
    }
}
