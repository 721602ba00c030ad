package com.lianxing.process.engine;

import com.lianxing.access.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Users for tests that need their own; all with one password. */
@Component
public class EnginePeople {

    public static final String PASSWORD = "right horse battery";

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    EnginePeople(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    /** The user, made unless it is there, in these groups at least. */
    public String have(String id, Role... roles) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName("Test");
            user.setLastName("Person");
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
        for (Role role : roles) {
            if (identity.createGroupQuery().groupMember(id).groupId(role.id()).count() == 0) {
                identity.createMembership(id, role.id());
            }
        }
        return id;
    }

    /** Returns the grant, to be taken back. */
    public Authorization grant(String userId, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(userId);
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.setPermissions(permissions);
        return authorizations.saveAuthorization(grant);
    }

    public void takeBack(Authorization grant) {
        authorizations.deleteAuthorization(grant.getId());
    }

    /** Removes the user and what he alone was granted. */
    public void remove(String id) {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(id)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        identity.deleteUser(id);
    }
}
