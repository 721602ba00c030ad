package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import com.lianxing.launch.LaunchSku;
import com.lianxing.launch.Launches;
import com.lianxing.launch.Verdict;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A gate is decided on with what it said in view: another decision than its own needs a reason, whoever goes on without
 * some SKUs names them, and nobody goes on where it is a hard stop.
 */
final class GateDecisionRule implements SubmissionRule {

    private static final Set<Gate.Check> HARD_STOPS = EnumSet.of(Gate.Check.COMPLIANCE, Gate.Check.BUDGET);
    private static final Map<String, Verdict> MEANT =
            Map.of("GO", Verdict.GO, "GO_REDUCED", Verdict.REDUCE, "NO_GO", Verdict.NO_GO);

    private final String formId;
    private final Gate gate;
    private final Launches launches;

    GateDecisionRule(String formId, Gate gate, Launches launches) {
        this.formId = formId;
        this.gate = gate;
        this.launches = launches;
    }

    @Override
    public String formId() {
        return formId;
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        String decision = submission.text("gateDecision").orElse("");
        List<String> dropped =
                submission.text(DroppedSkus.FIELD).map(DroppedSkus::in).orElse(List.of());
        List<String> known = launches.skus(project).stream().map(LaunchSku::sku).toList();
        List<String> unknown =
                dropped.stream().filter(sku -> !known.contains(sku)).toList();
        boolean goesOn = !decision.equals("NO_GO");
        boolean explained =
                submission.text("gateReason").filter(text -> !text.isBlank()).isPresent();
        List<String> stopped = launches.found(project, gate).entrySet().stream()
                .filter(one -> !dropped.contains(one.getKey()))
                .filter(one -> HARD_STOPS.stream()
                        .anyMatch(check -> one.getValue().found().get(check) == Verdict.NO_GO))
                .map(one -> one.getKey().isEmpty() ? project.value() : one.getKey())
                .toList();
        return new Violations()
                .when(decision.equals("GO_REDUCED") == dropped.isEmpty(), DroppedSkus.FIELD, "rule.droppedSkus")
                .when(!unknown.isEmpty(), DroppedSkus.FIELD, "rule.otherSkus", String.join(", ", unknown))
                .when(goesOn && dropped.containsAll(known), DroppedSkus.FIELD, "rule.nothingLeft")
                .when(
                        !explained && MEANT.get(decision) != launches.verdict(project, gate),
                        "gateReason",
                        "rule.otherThanGate")
                .when(goesOn && !stopped.isEmpty(), "gateDecision", "rule.hardStop", String.join(", ", stopped))
                .list();
    }
}
