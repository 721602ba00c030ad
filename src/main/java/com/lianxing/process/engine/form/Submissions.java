package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Bilingual;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Refusal.FieldError;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Accepts a submission or refuses it whole: fields, rules of the form, rows and files; then sets the values. */
@Component
class Submissions {

    private static final Var<String> SHIPMENT_ID = Var.string("shipmentId");

    private final DeployedForms forms;
    private final Readers readers;
    private final MessageSource messages;
    private final Offers offers;
    private final ObjectProvider<SubmissionRule> rules;
    private final ObjectProvider<StoredVars> storedVars;
    private final ObjectProvider<SubmissionRecorder> recorders;
    private final ObjectProvider<SheetStatus> sheets;
    private final ObjectProvider<EvidenceStatus> evidence;

    Submissions(
            DeployedForms forms,
            Readers readers,
            MessageSource messages,
            Offers offers,
            ObjectProvider<SubmissionRule> rules,
            ObjectProvider<StoredVars> storedVars,
            ObjectProvider<SubmissionRecorder> recorders,
            ObjectProvider<SheetStatus> sheets,
            ObjectProvider<EvidenceStatus> evidence) {
        this.forms = forms;
        this.readers = readers;
        this.messages = messages;
        this.offers = offers;
        this.rules = rules;
        this.storedVars = storedVars;
        this.recorders = recorders;
        this.sheets = sheets;
        this.evidence = evidence;
    }

    /** A start that was accepted; its values are set by the start itself. */
    record Start(Submission submission, Map<String, Object> variables) {}

    /**
     * Checks, records, and sets the accepted values as variables of the task.
     *
     * @throws Refusal with everything that is wrong
     */
    void accept(TaskEntity task, Map<String, @Nullable Object> submitted, CommandContext context) {
        DeployedForm form = forms.of(task, context).orElse(DeployedForm.NONE);
        StepNeeds needs = StepNeeds.of(activity(task));
        Reader person = person(context);
        Map<String, Object> values = check(form, submitted, person);
        Work work = Work.of(task);
        Submission submission = new Submission(
                form.id(),
                form.sha256(),
                work.processKey(),
                task.getProcessDefinitionId(),
                work,
                needs.step(),
                person,
                values,
                task);
        List<FieldError> errors = new ArrayList<>(broken(form, submission));
        errors.addAll(missing(needs, work, submission));
        refuseFor(errors);
        record(submission, work.processInstanceId(), work.projectCode() == null ? "" : work.projectCode());
        variables(work.processKey(), values).forEach(task::setVariable);
    }

    /** @throws Refusal with everything that is wrong, or if people do not start this process */
    Start start(ProcessDefinitionEntity definition, Map<String, @Nullable Object> submitted, CommandContext context) {
        DeployedForm form = forms.of(definition, context).orElseThrow(() -> Refusal.rule("START_BY_FORM"));
        Reader person = person(context);
        Map<String, Object> values = check(form, submitted, person);
        Submission submission = new Submission(
                form.id(),
                form.sha256(),
                definition.getKey(),
                definition.getId(),
                null,
                StepNeeds.of(definition.getInitial()).step(),
                person,
                values,
                null);
        refuseFor(broken(form, submission));
        return new Start(submission, variables(definition.getKey(), values));
    }

    void record(Submission submission, String processInstanceId, String projectCode) {
        recorders.orderedStream().forEach(recorder -> recorder.record(submission, processInstanceId, projectCode));
    }

    private Reader person(CommandContext context) {
        return readers.reader(context.getAuthenticatedUserId(), LocaleContextHolder.getLocale());
    }

    private static ActivityImpl activity(TaskEntity task) {
        return task.getProcessDefinition().findActivity(task.getTaskDefinitionKey());
    }

    private Map<String, Object> check(DeployedForm form, Map<String, @Nullable Object> submitted, Reader person) {
        FormRules.Result result = form.rules().check(submitted, option -> offers.values(option, person));
        if (!result.errors().isEmpty()) {
            throw Refusal.fields("FORM_INVALID", result.errors());
        }
        return result.values();
    }

    private List<FieldError> broken(DeployedForm form, Submission submission) {
        return rules.orderedStream()
                .filter(rule -> rule.formId().equals(form.id()))
                .flatMap(rule -> rule.check(submission).stream())
                .map(violation -> form.rules().error(violation))
                .toList();
    }

    private List<FieldError> missing(StepNeeds needs, Work work, Submission submission) {
        String code = submission.projectCode().orElse("");
        String shipmentId =
                needs.isEmpty() ? null : submission.variable(SHIPMENT_ID).orElse(null);
        List<FieldError> missing = new ArrayList<>();
        for (String sheet : needs.sheets()) {
            if (sheets.stream().noneMatch(status -> status.filled(sheet, code, shipmentId))) {
                missing.add(missing("sheet." + sheet, "field.rowsMissing"));
            }
        }
        for (String kind : needs.evidence()) {
            if (evidence.stream()
                    .noneMatch(status -> status.present(kind, work.taskId(), work.taskKey(), code, shipmentId))) {
                missing.add(missing("evidence." + kind, "field.fileMissing"));
            }
        }
        return missing;
    }

    /** @param nameKey of the catalogue, and what programs find in the field's place */
    private FieldError missing(String nameKey, String messageKey) {
        Bilingual name = new Bilingual(
                messages.getMessage(nameKey, null, Locale.ENGLISH), messages.getMessage(nameKey, null, Locale.CHINESE));
        return new FieldError(nameKey, name, messageKey, List.of());
    }

    private static void refuseFor(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        boolean fields = errors.stream()
                .anyMatch(error ->
                        !error.field().startsWith("sheet.") && !error.field().startsWith("evidence."));
        throw Refusal.fields(fields ? "FORM_INVALID" : "STEP_INCOMPLETE", errors);
    }

    private Map<String, Object> variables(String processKey, Map<String, Object> values) {
        Set<String> stored = storedVars.stream()
                .filter(vars -> vars.processKey().equals(processKey))
                .flatMap(vars -> vars.names().stream())
                .collect(Collectors.toSet());
        Map<String, Object> variables = new HashMap<>();
        values.forEach((key, value) -> variables.put(key, Variables.untypedValue(value, !stored.contains(key))));
        return variables;
    }
}
