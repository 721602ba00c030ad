package com.lianxing.access;

import java.util.List;
import java.util.Set;

/** Passwords and roles, wherever they are kept: the engine's own identity tables, or a directory. */
public interface Credentials {

    /** Whether the password is right; slow on purpose, and slower after failures. False for an unknown id. */
    boolean matches(String personId, String password);

    /** Empty for an unknown id. */
    Set<Role> rolesOf(String personId);

    /**
     * Adds the person with that password, unless there is one of this id; then gives the roles that are missing.
     *
     * @throws IllegalArgumentException if the password breaks the policy
     */
    void enrol(String personId, String name, String password, Set<Role> roles);

    /** Ids of the people who hold the role, sorted. */
    List<String> holdersOf(Role role);
}
