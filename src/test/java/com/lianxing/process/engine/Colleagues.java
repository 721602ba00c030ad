package com.lianxing.process.engine;

import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People for tests: one with each role, and whoever else a test asks for; made when first needed. */
@Component
public class Colleagues {

    public static final String PASSWORD = "colleague-password-1";
    public static final String DEPARTMENT = "suite";

    private final IdentityService identity;
    private final People people;

    Colleagues(IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /** The id of a Chinese reader in Shanghai with this role and no other. */
    public String with(Role role) {
        return with(role, "c-" + role.id(), Locale.CHINESE);
    }

    /** The id given, which is made with this role and language unless it exists. */
    public String with(Role role, String id, Locale language) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(id);
            user.setLastName("");
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            identity.createMembership(id, role.id());
            people.putDepartment(DEPARTMENT, "测试部", "Suite");
            people.put(id, id, language, ZoneId.of("Asia/Shanghai"), DEPARTMENT);
        }
        return id;
    }

    /** What the person does over the Java API. */
    public <T> T as(String personId, Supplier<T> work) {
        List<String> groups = identity.createGroupQuery().groupMember(personId).list().stream()
                .map(group -> group.getId())
                .toList();
        identity.setAuthentication(personId, groups);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    public void does(String personId, Runnable work) {
        as(personId, () -> {
            work.run();
            return true;
        });
    }
}
