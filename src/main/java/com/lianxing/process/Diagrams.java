package com.lianxing.process;

import com.lianxing.process.engine.ModelNames;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.project.ProjectCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.springframework.stereotype.Service;

/** The diagrams a project runs on, in the version it runs on, with what is done and what is open. */
@Service
public class Diagrams {

    /** What lifecycles call: short processes that end in a step of their caller, where they are seen. */
    private static final Set<String> SHARED = Set.of(
            "budget-approval",
            "quote-comparison",
            "deliverable-review",
            "escalation",
            "amazon-operation",
            "stale-project-review",
            "supplier-verification");

    /** The engine refuses a person's query without a limit. */
    private static final int MOST = 2_000;

    private final HistoryService history;
    private final RepositoryService repository;
    private final ModelNames names;

    Diagrams(HistoryService history, RepositoryService repository, ModelNames names) {
        this.history = history;
        this.repository = repository;
        this.names = names;
    }

    /**
     * One running or ended instance.
     *
     * @param url of its BPMN
     * @param active ids of the open elements, separated by blanks
     * @param done ids of the completed ones, likewise
     */
    public record Diagram(String title, String url, String active, String done) {}

    /** The lifecycle first, then its shipments; what they call is left out. */
    public List<Diagram> of(ProjectCode project, Locale language) {
        List<Diagram> diagrams = new ArrayList<>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, MOST)) {
            if (!SHARED.contains(instance.getProcessDefinitionKey())) {
                diagrams.add(diagram(instance, language));
            }
        }
        return diagrams;
    }

    /** The BPMN as deployed, with its names in the reader's language. */
    public String xml(String processDefinitionId, Locale language) {
        // Under the reader's rights; the model that the engine keeps is everybody's, so a copy is renamed.
        try (InputStream model = repository.getProcessModel(processDefinitionId)) {
            if (!language.getLanguage().equals("zh")) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            }
            BpmnModelInstance renamed = Bpmn.readModelFromStream(model);
            rename(renamed, processDefinitionId);
            return Bpmn.convertToString(renamed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(BpmnModelInstance model, String processDefinitionId) {
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            names.chinese(processDefinitionId, element.getId()).ifPresent(element::setName);
        }
        for (TextAnnotation note : model.getModelElementsByType(TextAnnotation.class)) {
            names.chinese(processDefinitionId, note.getId())
                    .ifPresent(text -> note.getText().setTextContent(text));
        }
    }

    private String title(HistoricProcessInstance instance, Locale language) {
        return shipment(instance)
                .map(shipment -> name(instance, language) + " · " + shipment)
                .orElseGet(() -> name(instance, language));
    }

    /** Which of the project's shipments it carries, if it carries one. */
    private Optional<String> shipment(HistoricProcessInstance instance) {
        return Optional.ofNullable(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName(FbaShipment.SHIPMENT_ID.name())
                        .singleResult())
                .map(variable -> String.valueOf(variable.getValue()));
    }

    private String name(HistoricProcessInstance instance, Locale language) {
        return language.getLanguage().equals("zh")
                ? names.chinese(instance.getProcessDefinitionId(), instance.getProcessDefinitionKey())
                        .orElse(instance.getProcessDefinitionName())
                : instance.getProcessDefinitionName();
    }

    private Diagram diagram(HistoricProcessInstance instance, Locale language) {
        List<String> active = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .listPage(0, MOST)) {
            (activity.getEndTime() == null ? active : done).add(activity.getActivityId());
        }
        return new Diagram(
                title(instance, language),
                "/api/diagrams/" + instance.getProcessDefinitionId(),
                String.join(" ", active),
                String.join(" ", done));
    }
}
