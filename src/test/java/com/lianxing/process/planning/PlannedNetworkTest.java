package com.lianxing.process.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Workplace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which way through a diagram is planned with, and how long its steps take. */
class PlannedNetworkTest {

    private static final String CHOICE = """
            <startEvent id="begin"/>
            <exclusiveGateway id="which" default="plain">%s</exclusiveGateway>
            <userTask id="usual">%s</userTask>
            <userTask id="other"/>
            <intermediateThrowEvent id="milestone"/>
            <endEvent id="done"/>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="which"/>
            <sequenceFlow id="plain" sourceRef="which" targetRef="usual"/>
            <sequenceFlow id="named" sourceRef="which" targetRef="other"/>
            <sequenceFlow id="f2" sourceRef="usual" targetRef="%s"/>
            <sequenceFlow id="f3" sourceRef="other" targetRef="%s"/>
            <sequenceFlow id="f4" sourceRef="milestone" targetRef="done"/>
            """;

    @Test
    void ofTwoWaysThatAreWorthTheSameTheDefaultIsPlanned() {
        Network network = network(CHOICE.formatted("", "", "milestone", "milestone"));

        assertThat(network.order()).contains("usual").doesNotContain("other");
    }

    @Test
    void theWayThatPassesTheMilestoneIsPlannedWhateverTheDefaultIs() {
        Network network = network(CHOICE.formatted("", "", "done", "milestone"));

        assertThat(network.order()).contains("other", "milestone").doesNotContain("usual");
    }

    @Test
    void theWayThatTheProcessOwnerNamesIsPlanned() {
        Network network = network(CHOICE.formatted(properties("plannedFlow", "named"), "", "milestone", "done"));

        assertThat(network.order()).contains("other").doesNotContain("usual", "milestone");
    }

    @Test
    void whatWaitsBeyondThePlannedEndIsNotPlanned() {
        Network network = network(CHOICE.formatted("", properties("plannedEnd", "true"), "milestone", "milestone"));

        assertThat(network.last()).isEqualTo("usual");
        assertThat(network.order()).containsExactly("begin", "which", "usual");
    }

    @Test
    void lengthsComeFromThePropertiesAndElseFromTheDaysOfTheTask() {
        Network planned = network(CHOICE.formatted(
                "",
                properties(
                        "plannedOptimistic", "14",
                        "plannedLikely", "20",
                        "plannedP80", "27",
                        "plannedUnit", "CALENDAR_DAY",
                        "plannedPlace", "US",
                        "dueWorkingDays", "3"),
                "milestone",
                "done"));
        Network due = network(CHOICE.formatted(
                "", properties("dueWorkingDays", "3", "dueZone", "America/Los_Angeles"), "milestone", "done"));

        assertThat(planned.step("usual").effort()).isEqualTo(new Effort(14, 20, 27, Effort.Unit.CALENDAR_DAY));
        assertThat(planned.step("usual").place().name()).isEqualTo("US");
        assertThat(due.step("usual").effort()).isEqualTo(Effort.of(3, Effort.Unit.WORKING_DAY));
        assertThat(due.step("usual").place().name()).isEqualTo("US");
        assertThat(due.step("which").effort()).isEqualTo(Effort.NONE);
    }

    @Test
    void whatLeadsBackIsDoneOnceAndWhatRunsBesideIsWaitedFor() {
        Network network = network("""
                <startEvent id="begin"/>
                <exclusiveGateway id="again"/>
                <userTask id="work"/>
                <exclusiveGateway id="right" default="no"/>
                <parallelGateway id="fork"/>
                <userTask id="left"/>
                <userTask id="beside"/>
                <parallelGateway id="join"/>
                <endEvent id="done"/>
                <boundaryEvent id="late" attachedToRef="work"><timerEventDefinition id="t"/></boundaryEvent>
                <endEvent id="told"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="again"/>
                <sequenceFlow id="f2" sourceRef="again" targetRef="work"/>
                <sequenceFlow id="f3" sourceRef="work" targetRef="right"/>
                <sequenceFlow id="no" sourceRef="right" targetRef="again"/>
                <sequenceFlow id="yes" sourceRef="right" targetRef="fork"/>
                <sequenceFlow id="f4" sourceRef="fork" targetRef="left"/>
                <sequenceFlow id="f5" sourceRef="fork" targetRef="beside"/>
                <sequenceFlow id="f6" sourceRef="left" targetRef="join"/>
                <sequenceFlow id="f7" sourceRef="beside" targetRef="join"/>
                <sequenceFlow id="f8" sourceRef="join" targetRef="done"/>
                <sequenceFlow id="f9" sourceRef="late" targetRef="told"/>
                """);

        assertThat(network.before("join")).containsExactlyInAnyOrder("left", "beside");
        assertThat(network.before("again")).containsExactly("begin");
        assertThat(network.order()).doesNotContain("late", "told");
    }

    @Test
    void whatIsCalledOrContainedIsLaidOutFlatAndWhatCallsItselfIsLookedIntoOnce() {
        String called = """
                <startEvent id="begin"/>
                <userTask id="asked"/>
                <callActivity id="itself" calledElement="called"/>
                <endEvent id="done"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="asked"/>
                <sequenceFlow id="f2" sourceRef="asked" targetRef="itself"/>
                <sequenceFlow id="f3" sourceRef="itself" targetRef="done"/>
                """;
        Network network = PlannedNetwork.of(model("""
                        <startEvent id="begin"/>
                        <subProcess id="each">
                          <startEvent id="taken"/>
                          <callActivity id="call" calledElement="called"/>
                          <endEvent id="eachDone"/>
                          <sequenceFlow id="s1" sourceRef="taken" targetRef="call"/>
                          <sequenceFlow id="s2" sourceRef="call" targetRef="eachDone"/>
                        </subProcess>
                        <userTask id="after"/>
                        <endEvent id="done"/>
                        <sequenceFlow id="f1" sourceRef="begin" targetRef="each"/>
                        <sequenceFlow id="f2" sourceRef="each" targetRef="after"/>
                        <sequenceFlow id="f3" sourceRef="after" targetRef="done"/>
                        """), key -> model(called)).network(places(), Ways.LIKELY, Map.of());

        assertThat(network.order())
                .containsSubsequence(
                        "each",
                        "taken",
                        "call",
                        "call/begin",
                        "call/asked",
                        "call/itself",
                        "call/done",
                        "eachDone",
                        "after");
        assertThat(network.before("after")).containsExactly("eachDone");
    }

    @Test
    void inTheWorstCaseEachWayCountsThatLeadsToTheEnd() {
        String elements = CHOICE.formatted("", "", "milestone", "milestone")
                .replace("<endEvent id=\"done\"/>", """
                        <endEvent id="done"/>
                        <endEvent id="failed"><errorEventDefinition id="e"/></endEvent>
                        <sequenceFlow id="f5" sourceRef="which" targetRef="failed"/>
                        """)
                .replace("<intermediateThrowEvent id=\"milestone\"/>", """
                        <intermediateThrowEvent id="milestone">%s</intermediateThrowEvent>
                        """.formatted(properties("plannedEnd", "true")));

        assertThat(network(elements, Ways.LIKELY, Map.of()).order()).doesNotContain("other");
        assertThat(network(elements, Ways.WORST, Map.of()).before("milestone"))
                .containsExactlyInAnyOrder("usual", "other");
        assertThat(network(elements, Ways.WORST, Map.of()).order()).doesNotContain("failed");
    }

    /** The first time the gateway was passed at noon: what began before came there by another way. */
    @ParameterizedTest
    @EnumSource(Ways.class)
    void whereAGatewayWasPassedThePlanFollowsTheWayThatWasTaken(Ways ways) {
        String elements = CHOICE.formatted("", "", "milestone", "milestone");
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");

        Network passed = network(elements, ways, Map.of("which", noon, "other", noon));
        Network notYet = network(elements, ways, Map.of("which", noon, "other", noon.minusSeconds(1)));

        assertThat(passed.order()).contains("other", "milestone").doesNotContain("usual");
        assertThat(notYet.order()).contains("usual");
    }

    @Test
    void aCircleIsPassedAsOftenAsItsEndSaysAndWhatIsDoneInTurnTakesItsTurns() {
        String elements = """
                <startEvent id="begin"/>
                <exclusiveGateway id="again"/>
                <userTask id="work">%s</userTask>
                <userTask id="turns">%s
                  <multiInstanceLoopCharacteristics isSequential="true"/></userTask>
                <userTask id="beside">%s<multiInstanceLoopCharacteristics/></userTask>
                <exclusiveGateway id="right" default="yes">%s</exclusiveGateway>
                <userTask id="after">%s</userTask>
                <endEvent id="done"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="again"/>
                <sequenceFlow id="f2" sourceRef="again" targetRef="work"/>
                <sequenceFlow id="f3" sourceRef="work" targetRef="turns"/>
                <sequenceFlow id="f4" sourceRef="turns" targetRef="beside"/>
                <sequenceFlow id="f5" sourceRef="beside" targetRef="right"/>
                <sequenceFlow id="no" sourceRef="right" targetRef="again"/>
                <sequenceFlow id="yes" sourceRef="right" targetRef="after"/>
                <sequenceFlow id="f6" sourceRef="after" targetRef="done"/>
                """.formatted(
                        properties("dueWorkingDays", "3"),
                        properties("dueWorkingDays", "1", "plannedInstances", "4"),
                        properties("dueWorkingDays", "1", "plannedInstances", "4"),
                        properties("plannedRounds", "2", "plannedRoundsMax", "5"),
                        properties("dueWorkingDays", "7"));

        Network likely = network(elements, Ways.LIKELY, Map.of());
        Network worst = network(elements, Ways.WORST, Map.of());

        assertThat(List.of("work", "turns", "beside", "after"))
                .extracting(id -> likely.step(id).effort().likely())
                .containsExactly(3 * 2, 4 * 2, 2, 7);
        assertThat(List.of("work", "turns", "beside", "after"))
                .extracting(id -> worst.step(id).effort().likely())
                .containsExactly(3 * 5, 4 * 5, 5, 7);
    }

    /** What is made good again is done as often as its end says before the process goes on, but only in the worst case. */
    @Test
    void aDetourIsOverBeforeWhatFollowsItsCircle() {
        String elements = """
                <startEvent id="begin"/>
                <exclusiveGateway id="again"/>
                <userTask id="inspect">%s</userTask>
                <exclusiveGateway id="right" default="yes"/>
                <userTask id="repair">%s</userTask>
                <userTask id="pay"/>
                <endEvent id="done"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="again"/>
                <sequenceFlow id="f2" sourceRef="again" targetRef="inspect"/>
                <sequenceFlow id="f3" sourceRef="inspect" targetRef="right"/>
                <sequenceFlow id="no" sourceRef="right" targetRef="repair"/>
                <sequenceFlow id="f4" sourceRef="repair" targetRef="again"/>
                <sequenceFlow id="yes" sourceRef="right" targetRef="pay"/>
                <sequenceFlow id="f5" sourceRef="pay" targetRef="done"/>
                """.formatted(
                        properties("dueWorkingDays", "3"), properties("dueWorkingDays", "5", "plannedRoundsMax", "2"));

        Network likely = network(elements, Ways.LIKELY, Map.of());
        Network worst = network(elements, Ways.WORST, Map.of());

        assertThat(likely.order()).doesNotContain("repair");
        assertThat(likely.step("inspect").effort().likely()).isEqualTo(3);
        assertThat(worst.before("pay")).containsExactlyInAnyOrder("right", "repair");
        assertThat(worst.step("inspect").effort().likely()).isEqualTo(2 * 3);
        assertThat(worst.step("repair").effort().likely()).isEqualTo(2 * 5);
    }

    /** Each lifecycle as it ships: what its target date is about, and steps that the way there cannot leave out. */
    @ParameterizedTest
    @CsvSource({
        "fba-inbound, milestoneEvent_received, userTask_confirmGoodsReady,"
                + " callActivity_shipShipments/userTask_recordDeparture",
        "fda-certification, milestoneEvent_cleared, userTask_appointAgents, userTask_submitFiling",
        "black-friday-launch, timerEvent_eventBegins, userTask_planDeals, userTask_loadCampaigns"
    })
    void theLifecyclesEndAtTheirTarget(String process, String end, String early, String late) {
        PlannedNetwork planned = PlannedNetwork.of(file(process), PlannedNetworkTest::file);
        Network network = planned.network(places(), Ways.LIKELY, Map.of());

        assertThat(network.last()).isEqualTo(end);
        assertThat(network.order()).containsSubsequence(early, late, end);
        assertThat(network.order()).doesNotContain("userTask_recordCancelCosts");
        assertThat(planned.planned().values())
                .filteredOn(step -> network.order().contains(step.path()))
                .filteredOn(step -> step.elementId().startsWith("userTask_"))
                .as("every task on the way says how long it takes")
                .allSatisfy(step ->
                        assertThat(step.effort().likely()).as(step.path()).isPositive());
    }

    /** The likely and the worst way of the longest lifecycle, laid out anew for each project, without what the database takes. */
    @Test
    void aThousandProjectsAreCalculatedInTenSeconds() {
        PlannedNetwork planned = PlannedNetwork.of(file("fba-inbound"), PlannedNetworkTest::file);
        Instant now = Instant.parse("2026-03-02T01:00:00Z");
        Instant end = now.plus(Duration.ofDays(300));

        long began = System.nanoTime();
        for (int project = 0; project < 1_000; project++) {
            for (Ways ways : List.of(Ways.LIKELY, Ways.WORST)) {
                Schedule.of(planned.network(places(), ways, Map.of()), end, Map.of(), now);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private static Network network(String elements) {
        return network(elements, Ways.LIKELY, Map.of());
    }

    private static Network network(String elements, Ways ways, Map<String, Instant> begun) {
        return PlannedNetwork.of(model(elements), key -> model("")).network(places(), ways, begun);
    }

    private static Map<String, Workplace> places() {
        Map<String, Workplace> places = new LinkedHashMap<>();
        for (Map.Entry<String, String> place :
                List.of(Map.entry("CHINA", "Asia/Shanghai"), Map.entry("US", "America/Los_Angeles"))) {
            places.put(
                    place.getKey(),
                    new Workplace(place.getKey(), ZoneId.of(place.getValue()), WorkingCalendar.usFederal()));
        }
        return places;
    }

    private static BpmnModelInstance file(String process) {
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile());
    }

    private static String properties(String... namesAndValues) {
        StringBuilder properties = new StringBuilder("<extensionElements><camunda:properties>");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.append(
                    "<camunda:property name=\"%s\" value=\"%s\"/>".formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return properties + "</camunda:properties></extensionElements>";
    }

    private static BpmnModelInstance model(String elements) {
        String xml = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://lianxing.com/processes">
                  <process id="called" isExecutable="true">%s</process>
                </definitions>""".formatted(elements);
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            flow.getSource().getOutgoing().add(flow); // As Modeler writes them.
            flow.getTarget().getIncoming().add(flow);
        }
        return model;
    }
}
