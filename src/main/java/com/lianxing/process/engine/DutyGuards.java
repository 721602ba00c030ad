package com.lianxing.process.engine;

import com.lianxing.access.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link DutyChecker}, {@link NoteGuard} and {@link LostRaces} into the engine. */
@Component
public class DutyGuards extends AbstractProcessEnginePlugin {

    private final DutyChecker duty;

    DutyGuards(ObjectProvider<DutyRule> rules, ObjectProvider<Credentials> credentials) {
        duty = new DutyChecker(rules, credentials);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // A mistyped id would stand in the log as an error with a stack trace; real failures are logged once, by the
        // response filter with their reference, or by the job executor.
        configuration.setEnableCmdExceptionLogging(false);
        // Setting the checkers replaces the engine's own two.
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), duty));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(new LostRaces(configuration), configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPostCommandInterceptorsTxRequired(
                with(new NoteGuard(configuration, duty), configuration.getCustomPostCommandInterceptorsTxRequired()));
    }

    private static List<CommandInterceptor> with(CommandInterceptor first, @Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>();
        all.add(first);
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    /** Whether a person asked for the command that runs on this thread, and not the application. */
    public static boolean isPerson() {
        return Actor.isPerson();
    }

    /**
     * Runs what completes the task, after all checks of who may; the command's own check is passed over then.
     *
     * @throws Refusal if the person may not
     */
    public <T> T checkedAhead(TaskEntity task, Supplier<T> completion) {
        duty.checkAhead(task);
        try {
            return completion.get();
        } finally {
            duty.forgetAhead();
        }
    }
}
