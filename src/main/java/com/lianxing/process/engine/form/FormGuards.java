package com.lianxing.process.engine.form;

import com.lianxing.process.engine.DutyGuards;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts {@link SubmissionGuard} into the engine, inside its transaction. */
@Component
class FormGuards extends AbstractProcessEnginePlugin {

    private final SubmissionGuard guard;

    FormGuards(Submissions submissions, DutyGuards duty) {
        guard = new SubmissionGuard(submissions, duty);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = configuration.getCustomPostCommandInterceptorsTxRequired() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostCommandInterceptorsTxRequired());
        interceptors.add(guard);
        configuration.setCustomPostCommandInterceptorsTxRequired(interceptors);

        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new StepNeeds.ParseListener());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
