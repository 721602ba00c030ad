package com.lianxing.process.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.calendar.MovableClock;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.EnginePeople;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README's section "Change a process" walks through, over HTTP as Camunda Modeler and Tasklist do it. */
@LianxingTest
class ChangeAProcessTest {

    private static final String KEY = "escalation";
    private static final String FORM = "/camunda/api/engine/engine/default/task/%s/deployed-form";
    private static final Instant NOW = Instant.parse("2027-03-05T02:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople people;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FirstRelease applicationStart;

    private List<String> before = List.of();

    @BeforeEach
    void anOwnerAtWork() {
        clock.moveTo(NOW);
        people.have("changing-owner", Role.PROCESS_OWNER);
        before = deployments().stream().map(Deployment::getId).toList();
    }

    @AfterEach
    void nothingStays() {
        clock.release();
        people.remove("changing-owner");
        deployments().stream()
                .filter(deployment -> !before.contains(deployment.getId()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void anOwnersLabelAndTimerGoLiveForNewProjectsInBothLanguagesAndSurviveARestart() {
        Task running = start(1);
        List<Visitor.File> changed = List.of(
                file("escalation.bpmn", "\"hoursToDecide\">4<", "\"hoursToDecide\">6<"),
                file("escalation-decide.form", "\"Reason\"", "\"Reason for the record\""),
                file("escalation-decide.zh.json", "\"原因\"", "\"记录原因\""));

        var answer =
                Visitor.program(port, "changing-owner", EnginePeople.PASSWORD).deploy("a longer night", changed);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        seesTheChange(start(2));
        assertThat(running.getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(4))));
        assertThat(form(running, english())).as("running ones keep their form").doesNotContain("for the record");

        applicationStart.run();
        seesTheChange(start(3));
    }

    private void seesTheChange(Task task) {
        assertThat(task.getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(6))));
        assertThat(form(task, english())).contains("Reason for the record").doesNotContain("记录原因");
        assertThat(form(task, chinese())).contains("记录原因").doesNotContain("Reason for the record");
    }

    private Task start(int number) {
        String code = "FBA-US-2027-88%03d".formatted(number);
        Map<String, Object> about = new HashMap<>();
        about.put("overdueTaskId", "gone-" + number);
        about.put("overdueStep", "userTask_fileIsf");
        about.put("deadlineKind", "LEGAL");
        about.put("projectCode", code);
        String instance = runtime.startProcessInstanceByKey(KEY, code, about).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private static String form(Task task, Visitor reader) {
        return reader.get(FORM.formatted(task.getId())).body();
    }

    private Visitor english() {
        return Visitor.person(
                port, colleagues.with(Role.GENERAL_MANAGER, "reading-gm", Locale.ENGLISH), Colleagues.PASSWORD);
    }

    private Visitor chinese() {
        return Visitor.person(port, colleagues.with(Role.GENERAL_MANAGER), Colleagues.PASSWORD);
    }

    private static Visitor.File file(String name, String from, String to) {
        String text = requireNonNull(FirstRelease.shipped().get(name)).text();
        assertThat(text).contains(from);
        return new Visitor.File(name, text.replace(from, to));
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().list();
    }
}
