package com.lianxing.process.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.process.engine.EnginePeople;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One example of each thing a deployment may not hold, sent over HTTP by a process owner as Camunda Modeler does. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentGateTest {

    private static final String STEP = "<camunda:property name=\"step\" value=\"APPROVAL\" />";
    private static final String TASK_PROPERTIES =
            property("plannedPlace", "CHINA") + "\n          </camunda:properties>";
    private static final String CODE = "${''.getClass().forName('java.lang.Runtime')}";

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople people;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngine engine;

    private List<String> before = List.of();
    private Visitor owner = Visitor.nobody(0);

    @BeforeAll
    void anOwner() {
        people.have("model-owner", Role.PROCESS_OWNER);
        owner = Visitor.program(port, "model-owner", EnginePeople.PASSWORD);
        before = deployments().stream().map(Deployment::getId).toList();
    }

    @AfterEach
    void removeWhatCame() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment.getId()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @AfterAll
    void nobodyStays() {
        people.remove("model-owner");
    }

    /** What is changed in the product's own budget approval, the element to be named, and a word of the advice. */
    static Stream<Arguments> changes() {
        String check = "camunda:delegateExpression=\"${checkFundsDelegate}\"";
        String task = "serviceTask_checkFunds";
        String form = "camunda:formRef=\"budget-approval-decide\"";
        String documentation = "</bpmn:documentation>";
        return Stream.of(
                change("script task", "<bpmn:startEvent ", scriptTask() + "<bpmn:startEvent ", "", "service task"),
                change("camunda:class", check, "camunda:class=\"java.lang.Object\"", task, "Delegate"),
                change("camunda:expression", check, "camunda:expression=\"" + CODE + "\"", task, "Delegate"),
                change("method call", check, "camunda:delegateExpression=\"" + CODE + "\"", task, "no delegate"),
                change("no such bean", check, "camunda:delegateExpression=\"${noSuchDelegate}\"", task, "no delegate"),
                change("other bean", check, "camunda:delegateExpression=\"${dataSource}\"", task, "no delegate"),
                change(
                        "other prefix",
                        check,
                        "xmlns:a=\"http://activiti.org/bpmn\" a:class=\"X\"",
                        task,
                        "not allowed"),
                change("async", check, check + " camunda:asyncBefore=\"true\"", task, "retry"),
                change("asyncAfter", check, check + " camunda:asyncAfter=\"true\"", task, "asyncBefore"),
                change(
                        "embedded form",
                        form,
                        "camunda:formKey=\"embedded:app:x.html\"",
                        "userTask_decide",
                        "Camunda Form"),
                change(
                        "form by latest",
                        "formRefBinding=\"deployment\"",
                        "formRefBinding=\"latest\"",
                        "",
                        "deployment"),
                change("task name", "name=\"Check the funds\"", "name=\"" + CODE + "\"", task, "plain text"),
                change("documentation", documentation, CODE + documentation, "budget-approval", "plain text"),
                change("condition", "${verdict != 'APPROVE'}", CODE, "subProcess_decide", "condition"),
                change("condition with a dot", "${verdict != 'APPROVE'}", "${task.name == 'x'}", "", "condition"),
                change("time to live", " camunda:historyTimeToLive=\"P3650D\"", "", "budget-approval", "missing"),
                change("unknown group", "\"${approverGroup}\"", "\"wizards\"", "userTask_decide", "groups"),
                change("assignee", "\"${approverId}\"", "\"" + CODE + "\"", "userTask_decide", "variable"),
                change("other process id", "id=\"budget-approval\"", "id=\"budget-approval-2\"", "", "exactly one"),
                change("called decision", "\"approval-route\"", "\"no-such\"", "", "no-such.dmn"),
                change(
                        "doctype",
                        "<bpmn:definitions ",
                        "<!DOCTYPE x [<!ENTITY e \"v\">]><bpmn:definitions ",
                        "",
                        "read"),
                change("listener", documentation, documentation + listener("class=\"X\""), "", "class names"),
                change(
                        "listener bean",
                        documentation,
                        documentation + listener("delegateExpression=\"" + CODE + "\""),
                        "",
                        "no listener"),
                change(
                        "counted reminder",
                        TASK_PROPERTIES,
                        TASK_PROPERTIES + watch("timeout", "R3/PT2H"),
                        "",
                        "without end"),
                change(
                        "listener that decides",
                        TASK_PROPERTIES,
                        TASK_PROPERTIES + watch("complete", "R/PT2H"),
                        "",
                        "only look on"),
                change(
                        "listener without a timer",
                        TASK_PROPERTIES,
                        TASK_PROPERTIES
                                + watch("timeout", "R/PT2H")
                                        .replaceAll("<bpmn:timer.*</bpmn:timerEventDefinition>", ""),
                        "userTask_decide",
                        "one timer"),
                change("kind of deadline", STEP, STEP + property("deadlineKind", "URGENT"), "userTask_decide", "LEGAL"),
                change("zone", STEP, STEP + property("dueZone", "PST"), "userTask_decide", "by region"),
                change(
                        "lengths that fall",
                        "plannedOptimistic\" value=\"1\"",
                        "plannedOptimistic\" value=\"9\"",
                        "userTask_decide",
                        "must not fall"),
                change(
                        "unit of a length",
                        "plannedUnit\" value=\"WORKING_DAY\"",
                        "plannedUnit\" value=\"WEEK\"",
                        "userTask_decide",
                        "CALENDAR_DAY"),
                change(
                        "place of a step",
                        "plannedPlace\" value=\"CHINA\"",
                        "plannedPlace\" value=\"MARS\"",
                        "userTask_decide",
                        "CHINA or US"),
                change(
                        "usual flow",
                        "plannedFlow\" value=\"flow_anyApproverToDecide\"",
                        "plannedFlow\" value=\"flow_nowhere\"",
                        "gateway_anyApprover",
                        "does not leave"),
                change("due twice", STEP, STEP + property("dueWorkingDays", "2"), "userTask_decide", "due twice"),
                change("script in a listener", documentation, documentation + listenerScript(), "", "scripts"),
                change(
                        "generated form",
                        documentation,
                        documentation + extension("<camunda:formData/>"),
                        "",
                        "Camunda Form"),
                change("connector", documentation, documentation + extension("<camunda:connector/>"), "", "connectors"),
                change(
                        "unknown extension",
                        documentation,
                        documentation + extension("<x:y xmlns:x=\"urn:x\"/>"),
                        "",
                        "not among"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aModelIsRefusedWithFileElementReasonAndAdvice(
            String kind, String from, String to, String element, String advice) {
        refused("budget-approval.bpmn", replace("budget-approval.bpmn", from, to), element, advice);
    }

    @Test
    void otherKindsOfFilesAreRefused() {
        for (String name : List.of("case.cmmn", "a.html", "a.js", "A.bpmn", "a.bpmn20.xml", "x/y.form", "a.groovy")) {
            refused(name, "<x/>", "", "this kind of file");
        }
    }

    @Test
    void decisionsAreFeelOnly() {
        String file = "approval-route.dmn";
        refused(file, replace(file, "expressionLanguage=\"feel\"", "expressionLanguage=\"juel\""), "", "FEEL");
        refused(file, replace(file, "expressionLanguage=\"feel\"", "expressionLanguage=\"groovy\""), "", "FEEL");
        refused(file, replace(file, "<text>type</text>", "<text>" + CODE + "</text>"), "", "plain FEEL");
        refused(
                file,
                replace(file, "<text>type</text>", "<text>function(x) external {java: {class: \"X\"}}</text>"),
                "",
                "plain FEEL");
        refused(file, replace(file, " camunda:historyTimeToLive=\"P3650D\"", ""), "approval-route", "missing");
    }

    @Test
    void formsHoldFieldsOnly() {
        String file = "budget-approval-decide.form";
        refused(file, replace(file, "\"type\": \"textarea\"", "\"type\": \"html\""), "", "not supported");
        refused(file, "{", "", "cannot be read");
        refused("lonely.form", "{\"id\":\"lonely\",\"components\":[]}", "", "lonely.zh.json");
    }

    @Test
    void theReaderIsToldInHisLanguage() {
        HttpResponse<String> answer = owner.deploy("x", List.of(new Visitor.File("a.cmmn", "<x/>")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("nothing was changed").contains("a.cmmn");
    }

    @Test
    void theProductsOwnSetIsAccepted() {
        List<Visitor.File> files = FirstRelease.shipped().values().stream()
                .map(file -> new Visitor.File(file.name(), file.text()))
                .toList();
        HttpResponse<String> answer = owner.deploy("lianxing by hand", files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void nobodyButAProcessOwnerDeploys() {
        List<Visitor.File> files = List.of(
                new Visitor.File("budget-approval.bpmn", shipped("budget-approval.bpmn")),
                new Visitor.File("evil.bpmn", "<x/>"));
        for (Role role : Role.values()) {
            if (role == Role.PROCESS_OWNER) {
                continue;
            }
            String id = people.have("not-owner-" + role.id(), role);
            try {
                HttpResponse<String> answer =
                        Visitor.program(port, id, EnginePeople.PASSWORD).deploy("mine", files);
                assertThat(answer.statusCode()).as(role.id()).isEqualTo(403);
            } finally {
                people.remove(id);
            }
        }
        assertThat(Visitor.nobody(port).deploy("mine", files).statusCode()).isEqualTo(401);
        assertThat(deployments()).hasSameSizeAs(before);
    }

    @Test
    void noScriptRunsAndNoObjectIsReadWhateverAModelSays() {
        // JUEL and FEEL are part of the engine itself.
        assertThat(new ScriptEngineManager().getEngineFactories())
                .allMatch(factory -> factory.getClass().getName().startsWith("org.camunda."));
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (String language : List.of("juel", "feel", "javascript", "groovy", "python")) {
            assertThat(configuration.getScriptEngineResolver().getScriptEngine(language, true))
                    .isNull();
        }
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
    }

    private static String property(String name, String value) {
        return "<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value);
    }

    private static String watch(String event, String cycle) {
        return "<camunda:taskListener id=\"watch\" event=\"" + event
                + "\" delegateExpression=\"${remindPersonListener}\"><bpmn:timerEventDefinition id=\"watch_timer\">"
                + "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">" + cycle
                + "</bpmn:timeCycle></bpmn:timerEventDefinition></camunda:taskListener>";
    }

    private void refused(String file, String content, String element, String advice) {
        HttpResponse<String> answer = owner.deploy("refused", List.of(new Visitor.File(file, content)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(file).contains(element).contains(advice);
        assertThat(deployments()).hasSameSizeAs(before);
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().list();
    }

    private static Arguments change(String kind, String from, String to, String element, String advice) {
        return Arguments.of(kind, from, to, element, advice);
    }

    private static String replace(String file, String from, String to) {
        String content = shipped(file);
        assertThat(content).contains(from);
        int at = content.indexOf(from);
        return content.substring(0, at) + to + content.substring(at + from.length());
    }

    private static String shipped(String file) {
        return requireNonNull(FirstRelease.shipped().get(file)).text();
    }

    private static String extension(String content) {
        return "<bpmn:extensionElements>" + content + "</bpmn:extensionElements>";
    }

    private static String listener(String attribute) {
        return extension("<camunda:executionListener event=\"start\" " + attribute + "/>");
    }

    private static String listenerScript() {
        return extension("<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">1"
                + "</camunda:script></camunda:executionListener>");
    }

    private static String scriptTask() {
        return "<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>";
    }
}
