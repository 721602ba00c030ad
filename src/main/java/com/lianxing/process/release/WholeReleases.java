package com.lianxing.process.release;

import java.io.ByteArrayInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/**
 * Completes what a person deploys with the other files of the current release. Everything binds to its own deployment,
 * so a process that came alone would find neither its forms nor the processes and decisions it calls.
 */
class WholeReleases extends CommandInterceptor {

    private static final VarHandle BUILDER = builder();

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd)) {
            return next.execute(command);
        }
        DeploymentBuilderImpl builder = (DeploymentBuilderImpl) BUILDER.get(command);
        return next.execute(context -> {
            context.getProcessEngineConfiguration().getCommandCheckers().forEach(CommandChecker::checkCreateDeployment);
            if (context.getAuthenticatedUserId() != null && context.isAuthorizationCheckEnabled()) {
                complete(builder, context);
            }
            return command.execute(context);
        });
    }

    private static void complete(DeploymentBuilderImpl builder, CommandContext context) {
        // One deployment after the other, in the whole cluster: each builds on the one before.
        context.getPropertyManager().acquireExclusiveLock();
        if (Releases.JAR.equals(builder.getDeployment().getSource())) {
            builder.source("a person");
        }
        if (builder.isDeployChangedOnly()) {
            builder.enableDuplicateFiltering(false);
        }
        Collection<String> given = builder.getResourceNames();
        Set<String> names = given == null ? Set.of() : Set.copyOf(given);
        Releases.current()
                .ifPresent(release -> release.files().values().stream()
                        .filter(file -> !names.contains(file.name()))
                        .forEach(
                                file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content()))));
    }

    private static VarHandle builder() {
        try {
            return MethodHandles.privateLookupIn(DeployCmd.class, MethodHandles.lookup())
                    .findVarHandle(DeployCmd.class, "deploymentBuilder", DeploymentBuilderImpl.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
