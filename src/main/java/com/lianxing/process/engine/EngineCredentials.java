package com.lianxing.process.engine;

import com.lianxing.access.Credentials;
import com.lianxing.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passwords and roles from the engine's own users and groups, so that Camunda Admin manages them. */
@Component
class EngineCredentials implements Credentials {

    /** What an id may look like; anything else is not even looked up. */
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final ObjectProvider<IdentityService> identity;

    EngineCredentials(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    @Override
    public boolean matches(String personId, String password) {
        return ID.matcher(personId).matches() && identity.getObject().checkPassword(personId, password);
    }

    @Override
    public Set<Role> rolesOf(String personId) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        asApplication(service ->
                        service.createGroupQuery().groupMember(personId).unlimitedList())
                .forEach(group -> Role.of(group.getId()).ifPresent(roles::add));
        return roles;
    }

    @Override
    public void enrol(String personId, String name, String password, Set<Role> roles) {
        IdentityService service = identity.getObject();
        if (service.createUserQuery().userId(personId).count() == 0) {
            User user = service.newUser(personId);
            user.setFirstName(name);
            user.setLastName("");
            user.setPassword(password);
            service.saveUser(user);
        }
        Set<Role> held = rolesOf(personId);
        for (Role role : roles) {
            if (!held.contains(role)) {
                service.createMembership(personId, role.id());
            }
        }
    }

    @Override
    public List<String> holdersOf(Role role) {
        return asApplication(service ->
                        service.createUserQuery().memberOfGroup(role.id()).unlimitedList())
                .stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    /** Who holds which role is not limited to what the person may see who happens to be signed in. */
    private <T> T asApplication(Function<IdentityService, T> question) {
        IdentityService service = identity.getObject();
        Authentication before = service.getCurrentAuthentication();
        service.clearAuthentication();
        try {
            return question.apply(service);
        } finally {
            service.setAuthentication(before);
        }
    }
}
