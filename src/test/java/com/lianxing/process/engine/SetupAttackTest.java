package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The real attack of CVE-2026-77226: making oneself an administrator at the set-up endpoint, which the community
 * edition opens to anybody while the group of administrators is empty.
 */
@LianxingTest
class SetupAttackTest {

    private static final String CREATE = "/camunda/api/admin/setup/default/user/create";
    private static final String INTRUDER = """
            {"profile":{"id":"intruder","firstName":"I","lastName":"I","email":""},
             "credentials":{"password":"a long enough one"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private EnginePeople people;

    private List<User> administrators = List.of();
    private String somebody = "";

    @BeforeEach
    void rememberTheAdministrators() {
        administrators = identity.createUserQuery()
                .memberOfGroup(Role.CAMUNDA_ADMIN.id())
                .list();
        somebody = people.have("somebody", Role.PROCESS_OWNER);
    }

    @AfterEach
    void putTheAdministratorsBack() {
        for (User administrator : administrators) {
            if (identity.createUserQuery()
                            .memberOfGroup(Role.CAMUNDA_ADMIN.id())
                            .userId(administrator.getId())
                            .count()
                    == 0) {
                identity.createMembership(administrator.getId(), Role.CAMUNDA_ADMIN.id());
            }
        }
        people.remove(somebody);
    }

    @Test
    void nobodyMakesAnAdministrator() {
        refused();
    }

    @Test
    void nobodyMakesAnAdministratorWhereThereIsNone() {
        for (User administrator : administrators) {
            identity.deleteMembership(administrator.getId(), Role.CAMUNDA_ADMIN.id());
        }
        refused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void noSpellingOfTheAddressGoesPast(String path) {
        for (User administrator : administrators) {
            identity.deleteMembership(administrator.getId(), Role.CAMUNDA_ADMIN.id());
        }
        refused(path);
    }

    private void refused() {
        refused(CREATE);
    }

    private void refused(String path) {
        Visitor nobody = Visitor.nobody(port);
        // The token of Camunda's own protection against forged requests is handed to anybody.
        nobody.get("/camunda/app/welcome/default/");
        assertThat(nobody.post(path, INTRUDER).statusCode()).isIn(400, 401, 403, 404);
        Visitor person = Visitor.person(port, somebody, EnginePeople.PASSWORD);
        assertThat(person.post(path, INTRUDER).statusCode()).isIn(400, 403, 404);
        Visitor program = Visitor.program(port, somebody, EnginePeople.PASSWORD);
        assertThat(program.post(path, INTRUDER).statusCode()).isIn(400, 401, 403, 404);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }
}
