package com.lianxing.project;

import java.util.List;

/** What became of the wish for a project. Only {@link Registered} changed anything. */
public sealed interface Registration {

    record Registered(Project project) implements Registration {}

    /** The same request came before and made this project. */
    record SameRequest(Project existing) implements Registration {}

    /** An open project of the same lifecycle is called so already. */
    record DuplicateName(ProjectCode existing) implements Registration {

        public static final String RULE = "PROJECT_NAME_TAKEN";
    }

    /**
     * Something in the request cannot be.
     *
     * @param rule names the sentence {@code refusal.<rule>} in the catalogue, with its arguments
     */
    record Refused(String rule, List<String> arguments) implements Registration {

        static final String OWNER_IS_SPONSOR = "OWNER_IS_SPONSOR";
        static final String TARGET_NOT_IN_FUTURE = "TARGET_NOT_IN_FUTURE";
        static final String PERSON_UNKNOWN = "PERSON_UNKNOWN";
        static final String DEPARTMENT_UNKNOWN = "DEPARTMENT_UNKNOWN";
        static final String TEAM_MEMBER_WITHOUT_ROLE = "TEAM_MEMBER_WITHOUT_ROLE";

        static Refused because(String rule, String... arguments) {
            return new Refused(rule, List.of(arguments));
        }
    }
}
