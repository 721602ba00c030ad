package com.lianxing;

import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.time.ZoneId;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;

/** People of the company for tests, with their roles in the engine. */
public final class Staff {

    public static final String DEPARTMENT = "staff";

    private Staff() {}

    /** The id given, of a person who holds these roles and lives in this zone; made if nobody has it. */
    public static String hired(IdentityService identity, People people, String id, String zone, Role... roles) {
        if (people.find(id).isEmpty()) {
            people.putDepartment(DEPARTMENT, "测试部", "Staff");
            people.put(id, id, Locale.ENGLISH, ZoneId.of(zone), DEPARTMENT);
        }
        if (identity.createUserQuery().userId(id).count() == 0) {
            var user = identity.newUser(id);
            user.setPassword("a-long-password-1");
            identity.saveUser(user);
            for (Role role : roles) {
                identity.createMembership(id, role.id());
            }
        }
        return id;
    }
}
