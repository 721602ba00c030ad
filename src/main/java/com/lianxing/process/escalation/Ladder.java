package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides about a delay, one above the other: project manager, department manager, general manager. */
@Component
class Ladder {

    private static final List<Role> ROLES =
            List.of(Role.PROJECT_MANAGER, Role.DEPARTMENT_MANAGER, Role.GENERAL_MANAGER);

    private final Projects projects;
    private final People people;

    Ladder(Projects projects, People people) {
        this.projects = projects;
        this.people = people;
    }

    /**
     * A level of the ladder.
     *
     * @param level 1 to 3
     * @param people who hold it: the project's own person first and alone, if it names one
     */
    record Rung(int level, Role role, List<String> people) {

        /** The one person; null if several may take it. */
        @Nullable
        String person() {
            return people.size() == 1 ? people.get(0) : null;
        }
    }

    static int top() {
        return ROLES.size();
    }

    /** The lowest level that is not the late person's own. */
    Rung firstAbove(String project, @Nullable String late) {
        return above(project, 0, late);
    }

    /** The next level whose person is not the one that is late; at the top it is the top again. */
    Rung above(String project, int level, @Nullable String late) {
        for (int next = level + 1; next < top(); next++) {
            Rung rung = rung(project, next);
            if (!rung.people().equals(List.of(String.valueOf(late)))
                    && !rung.people().isEmpty()) {
                return rung;
            }
        }
        return rung(project, top());
    }

    private Rung rung(String project, int level) {
        Role role = ROLES.get(level - 1);
        Project known = projects.find(new ProjectCode(project)).orElse(null);
        if (known == null) {
            return new Rung(level, role, List.of());
        }
        List<String> named = projects.memberFor(known.code(), role)
                .flatMap(people::find)
                .filter(person -> person.holds(role))
                .map(person -> List.of(person.id()))
                .orElseGet(() -> people.holding(role).stream()
                        .filter(person -> role != Role.DEPARTMENT_MANAGER
                                || person.department().equals(known.department()))
                        .map(Person::id)
                        .toList());
        return new Rung(level, role, named);
    }
}
