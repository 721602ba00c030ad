package com.lianxing.process.engine;

import com.lianxing.access.Credentials;
import com.lianxing.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passwords and roles from the engine's own users and groups, so that Camunda Admin manages them. */
@Component
class EngineCredentials implements Credentials {

    private final ObjectProvider<IdentityService> identity;

    EngineCredentials(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    @Override
    public boolean matches(String personId, String password) {
        return identity.getObject().checkPassword(personId, password);
    }

    @Override
    public Set<Role> rolesOf(String personId) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Group group :
                identity.getObject().createGroupQuery().groupMember(personId).list()) {
            Role.of(group.getId()).ifPresent(roles::add);
        }
        return roles;
    }

    @Override
    public List<String> holdersOf(Role role) {
        return identity.getObject().createUserQuery().memberOfGroup(role.id()).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }
}
