package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.process.DiagramRules.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of {@link ProcessModelTest} on files made to break each of them. */
class ModelRulesTest {

    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final ModelFiles FAULTY = new ModelFiles(MODELS.resolve("processes"), MODELS.resolve("forms"));
    private static final Path DIAGRAM = MODELS.resolve("processes/faulty.bpmn");

    @Test
    void aDiagramThatNamesWhatIsNotThere() {
        Surroundings around = new Surroundings(Set.of(), Set.of("faulty"), Set.of(), Set.of("faulty"), FAULTY.names());
        assertThat(DiagramRules.faults("faulty", ModelFiles.diagram(DIAGRAM), around))
                .containsExactlyInAnyOrder(DIAGRAM_FAULTS);
    }

    @Test
    void aDiagramThatReadsWhatNobodyDeclared() throws IOException {
        assertThat(VariableRules.faults(
                        "faulty",
                        ModelFiles.diagram(DIAGRAM),
                        Files.readString(DIAGRAM),
                        FAULTY::form,
                        id -> Map.of("amount", Long.class),
                        id -> String.class))
                .containsExactlyInAnyOrder(
                        "${purse.open('now')} does more than read a variable",
                        "${purse} reads purse, which nothing declares",
                        "timer_late reads amount as Date, and it is Long",
                        "callActivity_call hands over every variable",
                        "businessRuleTask_rate keeps its answer nowhere");
    }

    @Test
    void aDiagramThatIsHardToRead() {
        assertThat(DiagramLayout.faults(ModelFiles.diagram(DIAGRAM)))
                .contains(
                        "serviceTask_lost is not drawn",
                        "flow_left is not drawn",
                        "gateway_plain has a name but no place for it",
                        "userTask_decide overlaps serviceTask_run",
                        "the text of timerEvent_late overlaps callActivity_call",
                        "flow_called crosses businessRuleTask_rate");
    }

    @Test
    void aTableThatDoesNotAnswer() {
        assertThat(DecisionRules.faults(
                        "rating",
                        ModelFiles.decision(MODELS.resolve("processes/rating.dmn")),
                        Map.of("amount", Long.class)))
                .containsExactlyInAnyOrder(
                        "rating should hold one decision, called like its file",
                        "rate has no historyTimeToLive",
                        "inputExpression_amount speaks juel, not FEEL",
                        "inputEntry_amount speaks javascript, not FEEL",
                        "outputEntry_rating speaks groovy, not FEEL",
                        "input_amount reads amount as string, and it is Long",
                        "input_amount has no label",
                        "input_secret reads secret, which nothing declares",
                        "output_rating should have a label and a type of string, long or boolean",
                        "rule_only does not say why",
                        "decisionTable_rating has no last row for everything else");
    }

    @Test
    void aFormInOneLanguage() {
        assertThat(FormFileRules.faults(
                        "faulty", FAULTY.form("faulty"), ModelFiles.json(MODELS.resolve("forms/faulty.zh.json"))))
                .containsExactlyInAnyOrder(
                        "faulty is not the form's id",
                        "faulty is not made for Camunda 7",
                        "field_rows is of type dynamiclist, which no server check knows",
                        "field_amount submits a fraction as a Double",
                        "field_payAt is read in the browser's zone",
                        "field_payAt has no field beside it for its zone",
                        "select_1 should be field_<key>",
                        "select_1 submits currency a second time",
                        "_title is not in Chinese",
                        "_help is missing",
                        "_help is not in Chinese",
                        "_help_en is missing",
                        "field_amount label is blank",
                        "field_payAt dateLabel is in one language only",
                        "field_payAt dateLabel is blank",
                        "field_currency options differ in the two languages",
                        "select_1 should have options of its own or the server's",
                        "field_gone is translated and not in the form");
    }

    private static final String[] DIAGRAM_FAULTS = {
        "faulty-process is not called like its file",
        "faulty-process is not executable",
        "faulty-process has no historyTimeToLive",
        "faulty-process is offered in Tasklist without a form",
        "StartEvent_1 should be startEvent_<camelCase>",
        "StartEvent_1 has no name",
        "StartEvent_1 cuts off a person's click",
        "StartEvent_1 is asynchronous without a retry cycle",
        "\"decide\" should begin with a capital",
        "gateway_plain should ask a question",
        "gateway_plain has no default flow",
        "flow_right does not answer its gateway's question",
        "flow_right needs a condition unless it is the default",
        "serviceTask_run evaluates an expression",
        "serviceTask_run should name ${…Delegate}",
        "serviceTask_run is asynchronous without a retry cycle",
        "serviceTask_lost names a delegate that is not there",
        "userTask_decide has a form key instead of a form reference",
        "userTask_decide has no form, or one that is not there: ",
        "userTask_decide should bind its form to its deployment",
        "userTask_decide is offered to 'accounting', which is no role",
        "userTask_decide names a person",
        "userTask_decide holds a fixed moment: 2026-06-26T09:55:00",
        "userTask_decide does not say which step of the lifecycle it is",
        "callActivity_call calls a process that is not there",
        "callActivity_call should call what came with it",
        "businessRuleTask_rate asks a table that is not there",
        "businessRuleTask_rate should ask the table that came with it",
        "businessRuleTask_rate should map a single entry, or hand a set over",
        "message_cancelled is not among the agreed messages",
        "businessRuleTask_rate has no Chinese name",
        "callActivity_call has no Chinese name",
        "endEvent_done has no Chinese name",
        "faulty has no Chinese name",
        "flow_left has no Chinese name",
        "gateway_plain has no Chinese name",
        "serviceTask_lost has no Chinese name",
        "serviceTask_run has no Chinese name",
        "timerEvent_late has no Chinese name",
        "userTask_decide has no Chinese name",
        "gateway_gone has a Chinese name and no label",
    };
}
