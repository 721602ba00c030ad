package com.lianxing.process.engine;

import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.time.ZoneId;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who administers an installation that has nobody yet; read at the first start only.
 *
 * @param id of the user to make; null or empty where an administrator exists already
 * @param language of the pages the administrator reads
 * @param zone the administrator's clock
 */
@ConfigurationProperties("lianxing.admin")
record Administrator(
        @Nullable String id,
        @Nullable String password,
        @DefaultValue("zh") Locale language,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** Where people stand before the company has said what departments it has. */
    private static final String DEPARTMENT = "company";

    /**
     * Makes the administrator unless there is one.
     *
     * @throws NoAdministrator if there is none and none is named, for whoever came first could make himself one; or if
     *     the password is against the policy
     */
    void ensure(IdentityService identity) {
        if (identity.createUserQuery().memberOfGroup(Role.CAMUNDA_ADMIN.id()).count() > 0) {
            return;
        }
        if (id == null || id.isBlank() || password == null || password.isBlank()) {
            throw NoAdministrator.nobodyNamed();
        }
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(id);
            user.setLastName("");
            if (!identity.checkPasswordAgainstPolicy(password, user).isValid()) {
                throw NoAdministrator.weakPassword();
            }
            user.setPassword(password);
            identity.saveUser(user);
        }
        identity.createMembership(id, Role.CAMUNDA_ADMIN.id());
    }

    /** Says who the administrator is, unless somebody has: without an entry the pages know no language and no clock. */
    void introduce(IdentityService identity, People people) {
        if (id == null || id.isBlank() || people.find(id).isPresent()) {
            return;
        }
        if (identity.createUserQuery().userId(id).count() > 0) {
            people.putDepartment(DEPARTMENT, "公司", "Company");
            people.put(id, id, language, zone, DEPARTMENT);
        }
    }

    @Override
    public String toString() {
        return "Administrator[id=" + id + "]";
    }
}
