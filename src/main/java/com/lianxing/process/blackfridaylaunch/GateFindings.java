package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Gate;
import com.lianxing.launch.Launches;
import com.lianxing.launch.Verdict;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the gate said of each SKU, and where it was not a plain yes. */
@Component
class GateFindings implements FormFacts {

    private static final Map<String, Gate> GATES = Map.of(
            "black-friday-launch-decide-on-readiness", Gate.READINESS,
            "black-friday-launch-decide-on-launch", Gate.LAUNCH);

    private final Launches launches;
    private final MessageSource messages;

    GateFindings(Launches launches, MessageSource messages) {
        this.launches = launches;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "gateFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Gate gate = GATES.getOrDefault(view.formId(), Gate.STOCK);
        Map<String, Gate.Result> found = launches.found(project, gate);
        lines.line(
                "fact.gate",
                lines.text(gate.messageKey()),
                lines.text(launches.verdict(project, gate).messageKey()));
        found.forEach((sku, result) -> {
            lines.item(
                    "fact.gate.of",
                    sku.isEmpty() ? project.value() : Markdown.escape(sku),
                    lines.text(result.verdict().messageKey()));
            result.found().forEach((check, verdict) -> {
                if (verdict != Verdict.GO) {
                    lines.item("fact.gate.check", lines.text(check.messageKey()), lines.text(verdict.messageKey()));
                }
            });
        });
        return lines.markdown();
    }
}
