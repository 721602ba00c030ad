package com.lianxing.process.release;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.process.engine.EnginePeople;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the application deploys at its starts, each played by running the step again. */
@LianxingTest
@ExtendWith(OutputCaptureExtension.class)
class FirstReleaseTest {

    private static final String FORM = "fba-inbound-rework-goods.form";

    @Autowired
    private FirstRelease step;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private EnginePeople people;

    private List<String> before = List.of();

    @BeforeEach
    void remember() {
        before = deployments().stream().map(Deployment::getId).toList();
        people.have("owner-of-models", Role.PROCESS_OWNER);
    }

    @AfterEach
    void removeWhatCame() {
        identity.clearAuthentication();
        deployments().stream()
                .filter(deployment -> !before.contains(deployment.getId()))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        people.remove("owner-of-models");
    }

    @Test
    void theFirstStartDeployedEverythingAsOneRelease() {
        Deployment release = repository
                .createDeploymentQuery()
                .deploymentName("lianxing")
                .deploymentSource(Releases.JAR)
                .singleResult();
        assertThat(repository.getDeploymentResourceNames(release.getId()))
                .containsExactlyInAnyOrderElementsOf(FirstRelease.shipped().keySet());
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(release.getId())
                        .count())
                .isEqualTo(modelsEndingIn(".bpmn"));
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(release.getId())
                        .count())
                .isEqualTo(modelsEndingIn(".dmn"));
    }

    private static long modelsEndingIn(String kind) {
        String[] files = Path.of("processes").toFile().list((folder, name) -> name.endsWith(kind));
        return requireNonNull(files).length;
    }

    @Test
    void aSecondStartOfTheSameVersionDeploysNothing() {
        step.run();
        assertThat(deployments()).hasSameSizeAs(before);
    }

    @Test
    void aNewVersionOfTheApplicationDeploysItsModels() {
        step.release(with(FORM, "Agree the rework", "Agree on the rework"));
        assertThat(deployments()).hasSize(before.size() + 1);
        step.run();
        assertThat(deployments()).hasSize(before.size() + 2);
    }

    @Test
    void aNewVersionNeverReplacesWhatAnOwnerChangedAndSaysWhatItOffers(CapturedOutput log) {
        String form = text(FORM).replace("Agree the rework", "Settle the rework");
        deployAsOwner(FORM, form);
        assertThat(deployments()).hasSize(before.size() + 1);

        step.release(with(FORM, "Agree the rework", "Agree on the rework"));

        assertThat(deployments()).hasSize(before.size() + 1);
        assertThat(log.getOut()).contains("owner's models stay").contains(FORM).doesNotContain("fba-shipment");
    }

    @Test
    void anOwnersSingleFileBecomesAWholeReleaseOnWhichProjectsStart() {
        deployAsOwner(FORM, text(FORM).replace("Agree the rework", "Settle the rework"));
        Deployment release = deployments().stream()
                .filter(deployment -> !before.contains(deployment.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(repository.getDeploymentResourceNames(release.getId()))
                .containsExactlyInAnyOrderElementsOf(FirstRelease.shipped().keySet());
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("fba-inbound")
                        .latestVersion()
                        .singleResult()
                        .getDeploymentId())
                .isEqualTo(release.getId());
        assertThat(release.getSource()).isNotEqualTo(Releases.JAR);
    }

    private void deployAsOwner(String name, String content) {
        identity.setAuthentication("owner-of-models", List.of(Role.PROCESS_OWNER.id()));
        try {
            // "jar" would let the next start replace it.
            repository
                    .createDeployment()
                    .name("by hand")
                    .source(Releases.JAR)
                    .addString(name, content)
                    .deploy();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().list();
    }

    private static String text(String name) {
        return requireNonNull(FirstRelease.shipped().get(name)).text();
    }

    private static Map<String, ModelFile> with(String name, String from, String to) {
        Map<String, ModelFile> files = new TreeMap<>(FirstRelease.shipped());
        byte[] content = text(name).replace(from, to).getBytes(StandardCharsets.UTF_8);
        files.put(name, new ModelFile(name, content));
        return files;
    }
}
