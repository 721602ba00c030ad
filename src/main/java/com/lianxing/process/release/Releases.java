package com.lianxing.process.release;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** The release that new projects start on: the deployment of the newest version of the models. */
class Releases {

    /** Source of what came with the application; a person's deployment never carries it. */
    static final String JAR = "jar";

    /** @param source {@link #JAR}, or where a person's tool says it came from */
    record Release(String deploymentId, @Nullable String source, Map<String, ModelFile> files) {}

    private Releases() {}

    /** Empty before the first deployment. Call inside a command; nobody's rights are asked. */
    static Optional<Release> current() {
        CommandContext context = Context.getCommandContext();
        Callable<Optional<Release>> find = () -> find(context);
        return context.runWithoutAuthorization(find);
    }

    private static Optional<Release> find(CommandContext context) {
        RepositoryService repository = context.getProcessEngineConfiguration().getRepositoryService();
        Map<String, Long> newest = repository.createProcessDefinitionQuery().latestVersion().unlimitedList().stream()
                .collect(Collectors.groupingBy(ProcessDefinition::getDeploymentId, Collectors.counting()));
        // Each release is whole, so it holds the newest of everything; anything else is a stray.
        return newest.entrySet().stream()
                .map(entry -> Map.entry(
                        repository
                                .createDeploymentQuery()
                                .deploymentId(entry.getKey())
                                .singleResult(),
                        entry.getValue()))
                .max(Comparator.<Map.Entry<Deployment, Long>, Long>comparing(Map.Entry::getValue)
                        .thenComparing(entry -> entry.getKey().getDeploymentTime()))
                .map(entry -> read(context, entry.getKey()));
    }

    private static Release read(CommandContext context, Deployment deployment) {
        Map<String, ModelFile> files = new TreeMap<>();
        for (ResourceEntity resource : context.getResourceManager().findResourcesByDeploymentId(deployment.getId())) {
            if (!resource.isGenerated()) {
                files.put(resource.getName(), new ModelFile(resource.getName(), resource.getBytes()));
            }
        }
        return new Release(deployment.getId(), deployment.getSource(), files);
    }
}
