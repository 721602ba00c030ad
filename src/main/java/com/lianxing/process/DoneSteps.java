package com.lianxing.process;

import com.lianxing.access.Person;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FormTexts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStep;
import com.lianxing.project.ProjectSteps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What people did in a project, in the words of the forms they had before them. */
@Service
public class DoneSteps {

    private static final int MOST = 2_000;

    private final ProjectSteps steps;
    private final HistoryService history;
    private final FormTexts texts;
    private final MessageSource messages;
    private final AsApplication application;

    DoneSteps(
            ProjectSteps steps,
            HistoryService history,
            FormTexts texts,
            MessageSource messages,
            AsApplication application) {
        this.steps = steps;
        this.history = history;
        this.texts = texts;
        this.messages = messages;
        this.application = application;
    }

    /** One field of the form and what was entered. */
    public record Entered(String label, String value) {}

    /** @param name of the form, in the reader's language */
    public record Done(ProjectStep step, String name, List<Entered> entered) {}

    /** Everything submitted in the project, oldest first. The caller has checked that the reader may see it. */
    public List<Done> of(ProjectCode project, Person person) {
        Reader reader = Reader.of(person);
        Map<String, HistoricTaskInstance> tasks =
                application.call(() -> history
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .listPage(0, MOST)
                        .stream()
                        .collect(Collectors.toMap(HistoricTaskInstance::getId, task -> task)));
        Map<String, String> instances =
                application.call(() -> history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .listPage(0, MOST)
                        .stream()
                        .collect(Collectors.toMap(
                                HistoricProcessInstance::getId, HistoricProcessInstance::getProcessDefinitionId)));
        return steps.list(project).stream()
                .map(step -> done(step, words(step, tasks, instances, reader), reader))
                .toList();
    }

    /** A start is kept under the instance it started. */
    private Optional<FormTexts.Words> words(
            ProjectStep step, Map<String, HistoricTaskInstance> tasks, Map<String, String> instances, Reader reader) {
        HistoricTaskInstance task = tasks.get(step.taskId());
        if (task != null) {
            return texts.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), reader);
        }
        return Optional.ofNullable(instances.get(step.taskId()))
                .flatMap(definition -> texts.of(definition, null, reader));
    }

    private Done done(ProjectStep step, Optional<FormTexts.Words> words, Reader reader) {
        Map<String, FormTexts.Label> fields = words.map(FormTexts.Words::fields).orElse(Map.of());
        List<Entered> entered = step.values().entrySet().stream()
                .map(value -> entered(fields.get(value.getKey()), value.getKey(), value.getValue(), reader))
                .toList();
        return new Done(step, words.map(FormTexts.Words::title).orElse(step.step()), entered);
    }

    private Entered entered(FormTexts.@Nullable Label label, String key, Object value, Reader reader) {
        String shown = value instanceof Boolean ticked
                ? messages.getMessage(ticked ? "ui.yes" : "ui.no", null, reader.language())
                : String.valueOf(value);
        return label == null
                ? new Entered(key, shown)
                : new Entered(label.text(), label.options().getOrDefault(shown, shown));
    }
}
