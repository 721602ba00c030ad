package com.lianxing.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Puts {@link QueryGuard} in front of every command, and {@link NarrowExpressions} behind every model and query; no scripts. */
@Component
class ExpressionGuards extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    ExpressionGuards(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new NarrowExpressions(beans));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setCustomPreCommandInterceptorsTxRequired(
                and(configuration.getCustomPreCommandInterceptorsTxRequired(), new QueryGuard(configuration)));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                and(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), new QueryGuard(configuration)));
    }

    private static List<CommandInterceptor> and(@Nullable List<CommandInterceptor> others, CommandInterceptor last) {
        List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(last);
        return all;
    }
}
