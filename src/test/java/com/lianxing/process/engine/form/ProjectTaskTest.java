package com.lianxing.process.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.audit.Sha256;
import com.lianxing.audit.ShownViews;
import com.lianxing.catalog.Channel;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.project.NewProject;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task of a real project: to whom it goes, and what that person was shown. */
@LianxingTest
class ProjectTaskTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Projects projects;

    @Autowired
    private ShownViews views;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Autowired
    private CheckedProcess.Facts facts;

    private String buyer = "";

    @BeforeEach
    void people() {
        buyer = colleagues.with(Role.PURCHASING, "c-buyer", Locale.CHINESE);
        colleagues.with(Role.PURCHASING);
        colleagues.with(Role.PROJECT_MANAGER);
        colleagues.with(Role.GENERAL_MANAGER);
    }

    @Test
    void aTaskGoesToTheTeamsPersonAndBackToTheRoleWhenGivenBack() {
        Task task = order(Map.of(Role.PURCHASING, buyer));
        assertThat(task.getAssignee()).isEqualTo(buyer);

        colleagues.does(buyer, () -> tasks.setAssignee(task.getId(), null));
        String colleague = colleagues.with(Role.PURCHASING);
        colleagues.does(colleague, () -> tasks.claim(task.getId(), colleague));

        assertThat(process.task(task.getProcessInstanceId()).getAssignee()).isEqualTo(colleague);
    }

    @Test
    void withoutANamedPersonATaskIsTheRoles() {
        assertThat(order(Map.of()).getAssignee()).isNull();
    }

    @Test
    void whatAPersonWasShownIsKeptAsItWentOut() {
        Task task = order(Map.of(Role.PURCHASING, buyer));
        Visitor visitor = Visitor.person(port, buyer, Colleagues.PASSWORD);

        String shown = visitor.get("/camunda/api/engine/engine/default/task/" + task.getId() + "/deployed-form")
                .body();

        assertThat(shown).contains("**facts** for zh");
        assertThat(views.lastShown(task.getId(), buyer)).contains(Sha256.of(shown));
        assertThat(views.find(Sha256.of(shown)).orElseThrow().content()).isEqualTo(shown);
    }

    private Task order(Map<Role, String> team) {
        Registration made = projects.register(new NewProject(
                "fba-inbound",
                "Lamps " + UUID.randomUUID(),
                "c-project-manager",
                "c-general-manager",
                "suite",
                LocalDateTime.parse("2028-03-01T18:00"),
                ZoneId.of("Asia/Shanghai"),
                Set.of(Channel.AMAZON_US),
                UUID.randomUUID().toString(),
                team));
        String code = ((Registration.Registered) made).project().code().value();
        facts.projects.add(code);
        return process.task(
                runtime.startProcessInstanceById(process.definitionId(), code).getId());
    }
}
