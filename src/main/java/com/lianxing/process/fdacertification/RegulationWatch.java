package com.lianxing.process.fdacertification;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.audit.Sha256;
import com.lianxing.certification.Certifications;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells each running project whose paths were found by a table that says something else now: domain.md 2.6. A table that
 * was only deployed again says the same.
 */
@Component
public class RegulationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RegulationWatch.class);
    private static final List<String> TABLES = List.of("fda-path", "fda-device-class");
    private static final Set<ProjectStatus> RUNNING =
            EnumSet.of(ProjectStatus.DRAFT, ProjectStatus.BUDGET_PENDING, ProjectStatus.ACTIVE);

    private final Projects projects;
    private final Certifications certifications;
    private final RepositoryService repository;
    private final Messages messages;

    RegulationWatch(Projects projects, Certifications certifications, RepositoryService repository, Messages messages) {
        this.projects = projects;
        this.certifications = certifications;
        this.repository = repository;
        this.messages = messages;
    }

    @Scheduled(
            initialDelayString = "${lianxing.regulation-watch-every:PT24H}",
            fixedDelayString = "${lianxing.regulation-watch-every:PT24H}")
    void lookAtAll() {
        projects.in(FdaCertification.KEY, RUNNING).forEach(this::lookSafely);
    }

    /** One project that cannot be told does not keep the others from it. */
    private void lookSafely(ProjectCode project) {
        try {
            look(project);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be told of a changed rule", project, e);
        }
    }

    /** Tells it once of each version that says something else than the one by which its paths were found last. */
    public void look(ProjectCode project) {
        certifications
                .pathsFoundAt(project)
                .ifPresent(found -> TABLES.forEach(table -> compare(project, table, found)));
    }

    private void compare(ProjectCode project, String table, Instant found) {
        List<DecisionDefinition> versions = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list();
        DecisionDefinition now = versions.get(0);
        versions.stream()
                .filter(version -> !deployedAt(version).isAfter(found))
                .findFirst()
                .filter(used -> !text(used).equals(text(now)))
                .ifPresent(used -> tell(project, table, now));
    }

    private void tell(ProjectCode project, String table, DecisionDefinition now) {
        messages.report(new Messages.Report(
                String.join(":", "regulation", project.value(), now.getId()),
                project,
                FdaCertification.REGULATION_CHANGED,
                null,
                null,
                CanonicalJson.of(Map.of("rule", table + " v" + now.getVersion())),
                ActingPerson.SYSTEM,
                null));
    }

    private Instant deployedAt(DecisionDefinition version) {
        return repository
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    private String text(DecisionDefinition version) {
        try (InputStream model = repository.getDecisionModel(version.getId())) {
            return Sha256.of(model.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
