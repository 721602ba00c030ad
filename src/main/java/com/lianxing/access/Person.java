package com.lianxing.access;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who works here.
 *
 * @param id the engine's user id
 * @param language {@link Locale#ENGLISH} or {@link Locale#CHINESE}: what pages, tasks and messages are written in
 * @param zone the clock the person lives by; never the server's
 * @param department id of the department whose manager decides for this person's projects
 */
public record Person(String id, String name, Locale language, ZoneId zone, String department, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    /** Whether projects, their money, tasks and files may be shown to this person. */
    public boolean readsProjects() {
        return roles.stream().anyMatch(Role::readsProjects);
    }

    public boolean readsChinese() {
        return language.getLanguage().equals("zh");
    }
}
