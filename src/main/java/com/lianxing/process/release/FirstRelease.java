package com.lianxing.process.release;

import com.lianxing.process.engine.StartStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms that came with the application: at the first start, and later when a new version of the
 * application brings others. Never over an owner's release: then it says what it offers and leaves the choice to him.
 */
@Component
@Order(StartStep.MODELS)
class FirstRelease implements StartStep {

    private static final Logger log = LoggerFactory.getLogger(FirstRelease.class);
    private static final String NAME = "lianxing";

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    FirstRelease(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public void run() {
        release(shipped());
    }

    /** @param files what this version of the application holds */
    void release(Map<String, ModelFile> files) {
        Optional<Releases.Release> current =
                engine.getCommandExecutorTxRequired().execute(context -> Releases.current());
        List<String> changed =
                current.map(release -> different(release.files(), files)).orElseGet(() -> List.copyOf(files.keySet()));
        if (changed.isEmpty()) {
            return;
        }
        if (current.isPresent() && !Releases.JAR.equals(current.get().source())) {
            log.info(
                    "The owner's models stay. This version of the application brings others, to be deployed from "
                            + "Camunda Modeler where wanted: {}",
                    String.join(", ", changed));
            return;
        }
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(Releases.JAR);
        files.values().forEach(file -> deployment.addString(file.name(), file.text()));
        deployment.deploy();
    }

    /** The files on the class path. */
    static Map<String, ModelFile> shipped() {
        Map<String, ModelFile> files = new TreeMap<>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("processes/*.bpmn", "processes/*.dmn", "processes/*.zh.json", "forms/*.*")) {
            try {
                for (Resource resource : resolver.getResources("classpath:" + pattern)) {
                    String name = String.valueOf(resource.getFilename());
                    files.put(name, new ModelFile(name, resource.getContentAsByteArray()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Names of files that one has and the other has not, or has otherwise. */
    private static List<String> different(Map<String, ModelFile> released, Map<String, ModelFile> files) {
        return Stream.concat(released.keySet().stream(), files.keySet().stream())
                .distinct()
                .sorted()
                .filter(name -> !same(released.get(name), files.get(name)))
                .toList();
    }

    private static boolean same(@Nullable ModelFile one, @Nullable ModelFile other) {
        return one != null && other != null && Arrays.equals(one.content(), other.content());
    }
}
