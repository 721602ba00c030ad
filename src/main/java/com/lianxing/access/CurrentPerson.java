package com.lianxing.access;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever is signed in on this thread. */
@Component
public class CurrentPerson {

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    public Optional<String> id() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(authentication.getName());
    }

    public Optional<Person> find() {
        return id().flatMap(people::find);
    }

    /**
     * @throws UnknownPerson if the account has no entry in the person table
     * @throws IllegalStateException if nobody is signed in, which the security chain should have prevented
     */
    public Person require() {
        String id = id().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        return people.find(id).orElseThrow(() -> new UnknownPerson(id));
    }
}
