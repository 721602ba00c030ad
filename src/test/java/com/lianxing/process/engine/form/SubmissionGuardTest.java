package com.lianxing.process.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is submitted by Java; {@code BadInputTest} does the same over HTTP. */
@LianxingTest
class SubmissionGuardTest {

    @Autowired
    private FormService forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private CheckedProcess process;

    @Autowired
    private CheckedProcess.Facts facts;

    @Autowired
    private CheckedProcess.Save delegate;

    @Test
    void acceptedValuesReachTheDelegatesTypedAndAreGoneAfterwardsButForTheDeclaredOnes() {
        Task task = process.claimedOrder();

        submit(task, CheckedProcess.rightOrder());

        assertThat(delegate.seen.get(task.getProcessInstanceId()))
                .containsEntry("poNo", "PO-7")
                .containsEntry("orderAmount", "1250.50")
                .containsEntry("quotesCount", 3L)
                .containsEntry("agreed", true);
        assertThat(runtime.getVariables(task.getProcessInstanceId())).containsOnlyKeys("verdict");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactly("verdict");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .formFields()
                        .list())
                .as("form properties in the history")
                .isEmpty();
        assertThat(process.task(task.getProcessInstanceId()).getTaskDefinitionKey())
                .isEqualTo("userTask_confirm");
    }

    @Test
    void everySubmissionIsRecordedWithStepPersonAndForm() {
        Task task = process.claimedOrder();

        submit(task, CheckedProcess.rightOrder());

        CheckedProcess.Facts.Recorded start =
                facts.recordOf(task.getProcessInstanceId(), "T01").orElseThrow();
        assertThat(start.projectCode()).isEqualTo("FBA-US-2026-" + task.getProcessInstanceId());
        assertThat(start.submission().person().personId()).isEqualTo("c-project-manager");
        assertThat(start.submission().work()).isNull();

        CheckedProcess.Facts.Recorded order =
                facts.recordOf(task.getProcessInstanceId(), "T02").orElseThrow();
        assertThat(order.submission().person().personId()).isEqualTo("c-purchasing");
        assertThat(order.submission().person().language()).isEqualTo(Locale.CHINESE);
        assertThat(order.submission().formHash()).hasSize(64);
        assertThat(order.submission().values()).doesNotContainKey("orderReason").containsEntry("insured", false);
        assertThat(order.submission().projectCode()).contains(start.projectCode());
    }

    @Test
    void completeIsHeldToTheFormLikeSubmit() {
        Task task = process.claimedOrder();
        Map<String, Object> values = CheckedProcess.rightOrder();
        values.put("approved", true);

        Refusal refusal = refusedComplete(task, values);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE);
        assertThat(fields(refusal)).containsExactly("approved field.unknown");

        values.remove("approved");
        as(Role.PURCHASING, () -> tasks.complete(task.getId(), values));
        assertThat(runtime.getVariables(task.getProcessInstanceId())).containsOnlyKeys("verdict");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingChanges() {
        Task task = process.claimedOrder();
        Map<String, Object> values = CheckedProcess.rightOrder();
        values.put("poNo", "PO 7");
        values.put("orderAmount", "-1");
        values.put("orderCurrency", "EUR");
        values.put("quotesCount", "three");
        values.put("readyDate", null);
        values.put("agreed", false);
        values.put("verdict", "STOP");

        Refusal refusal = refused(task, values);

        assertThat(refusal.rule()).isEqualTo("FORM_INVALID");
        assertThat(fields(refusal))
                .containsExactly(
                        "poNo field.patternSaid",
                        "orderAmount field.min",
                        "orderCurrency field.choice",
                        "quotesCount field.whole",
                        "readyDate field.required",
                        "agreed field.mustBeTicked",
                        "stopReason field.required");
        assertThat(refusal.fields().get(0).label().zh()).isEqualTo("采购单号");
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
        assertThat(facts.recordOf(task.getProcessInstanceId(), "T02")).isEmpty();
        assertThat(process.task(task.getProcessInstanceId()).getId()).isEqualTo(task.getId());
    }

    @Test
    void valuesOfForeignKindsAreRefusedUnopened() {
        Task task = process.claimedOrder();
        Map<String, Object> values = CheckedProcess.rightOrder();
        values.put(
                "poNo",
                Variables.fileValue("a.txt")
                        .file("x".getBytes(StandardCharsets.UTF_8))
                        .create());
        values.put(
                "orderReason",
                Variables.serializedObjectValue("{}")
                        .objectTypeName("java.util.HashMap")
                        .serializationDataFormat("application/json")
                        .create());
        values.put("quotesCount", List.of(1));
        values.put("orderAmount", 1250.5d);

        assertThat(fields(refused(task, values)))
                .containsExactly(
                        "poNo field.text",
                        "orderAmount field.number",
                        "quotesCount field.whole",
                        "orderReason field.text");
    }

    @Test
    void theRulesOfTheFormAndWhatTheStepNeedsAreSaidTogether() {
        Task task = process.claimedOrder();
        String code = "FBA-US-2026-" + task.getProcessInstanceId();
        facts.withoutItems.add(code);
        facts.withoutInvoice.add(code);
        Map<String, Object> values = CheckedProcess.rightOrder();
        values.put("readyDate", "2025-12-01");

        assertThat(fields(refused(task, values)))
                .containsExactly(
                        "readyDate field.date",
                        "sheet.items field.rowsMissing",
                        "evidence.PROFORMA_INVOICE field.fileMissing");

        facts.withoutItems.remove(code);
        Refusal incomplete = refused(task, CheckedProcess.rightOrder());
        assertThat(incomplete.rule()).isEqualTo("STEP_INCOMPLETE");
        assertThat(incomplete.fields().get(0).label().zh()).isEqualTo("形式发票");

        facts.withoutInvoice.remove(code);
        submit(task, CheckedProcess.rightOrder());
    }

    @Test
    void aTaskWithoutAFormTakesNothing() {
        Task order = process.claimedOrder();
        submit(order, CheckedProcess.rightOrder());
        Task confirm = process.task(order.getProcessInstanceId());
        String accountant = colleagues.with(Role.FINANCE);
        colleagues.does(accountant, () -> tasks.claim(confirm.getId(), accountant));

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> as(Role.FINANCE, () -> tasks.complete(confirm.getId(), Map.of("x", 1))));
        assertThat(fields(refusal)).containsExactly("x field.unknown");

        as(Role.FINANCE, () -> tasks.complete(confirm.getId()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(order.getProcessInstanceId())
                        .count())
                .isZero();
    }

    @Test
    void aSecondCompletionIsLostAndAnUnknownTaskIsUnknown() {
        Task task = process.claimedOrder();
        submit(task, CheckedProcess.rightOrder());

        assertThat(refused(task, CheckedProcess.rightOrder()).rule()).isEqualTo("TASK_DONE");
        assertThat(refused(task, CheckedProcess.rightOrder()).kind()).isEqualTo(Refusal.Kind.LOST);
        Refusal unknown = catchThrowableOfType(
                Refusal.class, () -> as(Role.PURCHASING, () -> tasks.complete("no-such-task", Map.of())));
        assertThat(unknown.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void ofTwoCompletionsAtTheSameMomentOneIsDoneAndOneIsLost() throws Exception {
        Task task = process.claimedOrder();
        String buyer = colleagues.with(Role.PURCHASING);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<@Nullable Refusal>> outcomes = threads.invokeAll(java.util.Collections.nCopies(2, () -> {
                together.await();
                return catchThrowableOfType(
                        Refusal.class,
                        () -> colleagues.does(buyer, () -> forms.submitTaskForm(task.getId(), rightOrder())));
            }));
            List<@Nullable Refusal> refusals =
                    Arrays.asList(outcomes.get(0).get(), outcomes.get(1).get());
            assertThat(refusals).containsNull();
            assertThat(refusals)
                    .filteredOn(java.util.Objects::nonNull)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal)
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    lost -> assertThat(lost.kind()).isEqualTo(Refusal.Kind.LOST)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aStartIsHeldToItsFormAndGetsNoKeyFromOutside() {
        String definition = process.definitionId();

        assertThat(fields(refusedStart(() -> forms.submitStartForm(definition, Map.of("supplierId", "sup-2")))))
                .containsExactly("projectName field.required", "supplierId field.choice");
        assertThat(fields(refusedStart(
                        () -> runtime.startProcessInstanceById(definition, Map.of("projectCode", "FBA-US-2026-001")))))
                .containsExactly(
                        "projectName field.required", "supplierId field.required", "projectCode field.unknown");
        assertThat(refusedStart(() -> forms.submitStartForm(definition, "FBA-US-2026-001", rightStart()))
                        .rule())
                .isEqualTo("CODE_IS_GENERATED");
        assertThat(refusedStart(() -> runtime.createProcessInstanceById(definition)
                                .startBeforeActivity("userTask_confirm")
                                .execute())
                        .rule())
                .isEqualTo("START_BY_FORM");
    }

    @Test
    void theApplicationStartsWhatItLikes() {
        String instance = runtime.startProcessInstanceById(
                        process.definitionId(), "FBA-US-2026-app", Map.of("projectCode", "FBA-US-2026-app"))
                .getId();
        assertThat(runtime.getVariables(instance)).containsEntry("projectCode", "FBA-US-2026-app");
        runtime.deleteProcessInstance(instance, "test");
    }

    private static Map<String, Object> rightOrder() {
        return new HashMap<>(CheckedProcess.rightOrder());
    }

    private static Map<String, Object> rightStart() {
        return Map.of("projectName", "Lamps", "supplierId", CheckedProcess.SUPPLIER);
    }

    private void submit(Task task, Map<String, Object> values) {
        as(Role.PURCHASING, () -> forms.submitTaskForm(task.getId(), values));
    }

    private Refusal refused(Task task, Map<String, Object> values) {
        return refusal(() -> submit(task, values));
    }

    private Refusal refusedComplete(Task task, Map<String, Object> values) {
        return refusal(() -> as(Role.PURCHASING, () -> tasks.complete(task.getId(), values)));
    }

    private Refusal refusedStart(Runnable start) {
        return refusal(() -> as(Role.PROJECT_MANAGER, start));
    }

    private static Refusal refusal(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    private void as(Role role, Runnable work) {
        colleagues.does(colleagues.with(role), work);
    }

    private static List<String> fields(Refusal refusal) {
        return refusal.fields().stream()
                .map(error -> error.field() + " " + error.messageKey())
                .toList();
    }
}
