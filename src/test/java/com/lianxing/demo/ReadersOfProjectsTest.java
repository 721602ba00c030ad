package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Staff;
import com.lianxing.Visitor;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.project.ProjectCode;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may read projects, their money, their record, tasks and files, role by role. */
@LianxingTest
class ReadersOfProjectsTest {

    /** The table of src/docs/adr/0005-rights.md. */
    private static final Set<Role> NO_READERS = EnumSet.of(Role.CAMUNDA_ADMIN, Role.INTEGRATION_ADMIN);

    @LocalServerPort
    private int port;

    @Autowired
    private InboundProjects company;

    @Autowired
    private IdentityService identity;

    @Autowired
    private People people;

    private ProjectCode project;

    @BeforeEach
    void aProject() {
        company.enrolTheCompany();
        project = company.started();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReadsProjectsOrNothingOfThem(Role role) {
        String id = Staff.hired(identity, people, "reads-" + role.id(), "Asia/Shanghai", role);
        if (NO_READERS.contains(role)) {
            readsNothing(id);
        } else {
            readsAll(id);
        }
    }

    @Test
    void whoHasNoRoleReadsNothing() {
        readsNothing(Staff.hired(identity, people, "reads-nothing", "Asia/Shanghai"));
    }

    private void readsAll(String id) {
        Visitor program = Visitor.program(port, id, "a-long-password-1");
        Visitor person = Visitor.person(port, id, "a-long-password-1");
        for (String path : ofProjects()) {
            assertThat(program.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(program.get("/api/files/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(person.get("/projects/" + project).statusCode()).isEqualTo(200);
        assertThat(person.get("/").body())
                .contains("/projects/", "\"/outside-parties\"", "\"/obligations\"", "\"/suppliers\"");
    }

    private void readsNothing(String id) {
        Visitor program = Visitor.program(port, id, "a-long-password-1").reading("en");
        Visitor person = Visitor.person(port, id, "a-long-password-1").reading("en");
        for (String path : ofProjects()) {
            HttpResponse<String> answer = program.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("Your roles are none of these");
        }
        String task = company.task(project, company.open(project).get(0)).taskId();
        for (String path : List.of(
                "/api/files/" + UUID.randomUUID(),
                "/api/tasks/" + task + "/files",
                "/api/tasks/" + task + "/sheets/items")) {
            assertThat(program.get(path).statusCode()).as(path).isEqualTo(403);
        }
        for (String page : List.of(
                "/projects/" + project, "/tab/tasks/" + task, "/outside-parties", "/obligations", "/suppliers")) {
            assertThat(person.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(person.get("/").statusCode()).isEqualTo(200);
        assertThat(person.get("/").body())
                .doesNotContain("/projects/", "\"/outside-parties\"", "\"/obligations\"", "\"/suppliers\"");
    }

    private List<String> ofProjects() {
        String one = "/api/projects/" + project;
        return List.of(
                "/api/reports/outside-parties",
                "/api/projects",
                one,
                one + "/tasks",
                one + "/budget",
                one + "/audit",
                one + "/step-backs");
    }
}
