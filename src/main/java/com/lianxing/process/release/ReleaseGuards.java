package com.lianxing.process.release;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts {@link WholeReleases} and then {@link DeploymentGate} in front of the engine's deployers; no CMMN behind them. */
@Component
class ReleaseGuards extends AbstractProcessEnginePlugin {

    private final DeploymentGate gate;

    ReleaseGuards(DeploymentGate gate) {
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(and(configuration.getCustomPreDeployers(), (Deployer) gate));
        configuration.setCustomPreCommandInterceptorsTxRequired(and(
                configuration.getCustomPreCommandInterceptorsTxRequired(), (CommandInterceptor) new WholeReleases()));
    }

    private static <T> List<T> and(@Nullable List<T> others, T last) {
        List<T> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(last);
        return all;
    }
}
