package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/**
 * Remembers which sequence flows were taken, by process. A path test calls {@link #forget} before its first test and
 * {@link #requireAll} after its last; classes that do run one after the other.
 */
@Component
public class FlowCoverage extends AbstractProcessEnginePlugin {

    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
                transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                        execution -> take(execution.getProcessDefinitionId(), transition.getId()));
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void take(String definitionId, String flow) {
        String process = definitionId.substring(0, definitionId.indexOf(':'));
        taken.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet()).add(flow);
    }

    public void forget(String process) {
        taken.remove(process);
    }

    /** Fails with the flows of the latest version that nobody took since {@link #forget}. */
    public void requireAll(String process, RepositoryService repository) {
        requireTaken(process, repository, flow -> true);
    }

    /** The same without what stands in these sub-processes, which another class requires. */
    public void requireAllBut(String process, RepositoryService repository, String... subProcesses) {
        Set<String> others = Set.of(subProcesses);
        requireTaken(process, repository, flow -> !others.contains(parent(flow)));
    }

    /** The same of what stands in these sub-processes alone. */
    public void requireAllIn(String process, RepositoryService repository, String... subProcesses) {
        Set<String> these = Set.of(subProcesses);
        requireTaken(process, repository, flow -> these.contains(parent(flow)));
    }

    private void requireTaken(String process, RepositoryService repository, Predicate<SequenceFlow> required) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        Set<String> missed = new TreeSet<>();
        repository.getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class).stream()
                .filter(required)
                .forEach(flow -> missed.add(flow.getId()));
        missed.removeAll(taken.getOrDefault(process, Set.of()));
        assertThat(missed).as("flows of %s that no test took", process).isEmpty();
    }

    private static String parent(SequenceFlow flow) {
        return flow.getParentElement().getAttributeValue("id");
    }
}
