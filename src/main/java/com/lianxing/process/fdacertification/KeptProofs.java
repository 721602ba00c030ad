package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Successions;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.project.ProjectCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which proofs a project has, and which of them it took over from the one before it. */
@Component
class KeptProofs {

    /** Field of the form by which a proof is kept. */
    static final Map<String, Proof> FIELDS = Map.of(
            "keepTestReport", Proof.TEST_REPORT,
            "keepLabel", Proof.LABEL,
            "keepTechnicalFile", Proof.TECHNICAL_FILE);

    private final Deliverables deliverables;
    private final Successions successions;
    private final Certifications certifications;

    KeptProofs(Deliverables deliverables, Successions successions, Certifications certifications) {
        this.certifications = certifications;
        this.deliverables = deliverables;
        this.successions = successions;
    }

    /** Accepted in the project, or in the one it followed and kept since. */
    Set<Proof> of(ProjectCode project) {
        Set<Proof> proofs = takenOver(project);
        Arrays.stream(Proof.values())
                .filter(proof -> isAccepted(project, proof))
                .forEach(proofs::add);
        return proofs;
    }

    /** Each report that is wanted was released at last, however often another one of it was refused. */
    private boolean isAccepted(ProjectCode project, Proof proof) {
        Set<String> released = deliverables.of(project).stream()
                .filter(deliverable -> deliverable.kind().equals(proof.name()))
                .filter(deliverable -> deliverables.released(deliverable.id()).isPresent())
                .map(Deliverable::subject)
                .collect(Collectors.toSet());
        return released.containsAll(subjects(project, proof));
    }

    /**
     * One thing to be delivered.
     *
     * @param subject which of several; empty where there is one of its kind
     */
    record Wanted(Proof proof, String subject) {}

    /**
     * What still has to be delivered, in its order: of reports one for each SKU and test, or one for all if none is named.
     */
    List<Wanted> needed(ProjectCode project) {
        Set<Proof> kept = takenOver(project);
        return Arrays.stream(Proof.values())
                .filter(Predicate.not(kept::contains))
                .flatMap(proof -> subjects(project, proof).stream().map(subject -> new Wanted(proof, subject)))
                .toList();
    }

    private List<String> subjects(ProjectCode project, Proof proof) {
        List<String> tests = proof == Proof.TEST_REPORT ? certifications.tests(project) : List.of();
        return tests.isEmpty() ? List.of("") : tests;
    }

    private Set<Proof> takenOver(ProjectCode project) {
        return successions
                .of(project)
                .map(succession -> succession.kept().stream().map(Proof::valueOf))
                .stream()
                .flatMap(kept -> kept)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proof.class)));
    }

    /** What the form keeps. */
    static Set<Proof> chosen(Submission submission) {
        return FIELDS.entrySet().stream()
                .filter(field -> submission.flag(field.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proof.class)));
    }
}
