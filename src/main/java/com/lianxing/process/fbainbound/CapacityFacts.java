package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The room that the plan takes, against the limit that was looked up. */
@Component
class CapacityFacts implements FormFacts {

    private final Inbound inbound;
    private final ProjectSteps steps;
    private final MessageSource messages;

    CapacityFacts(Inbound inbound, ProjectSteps steps, MessageSource messages) {
        this.inbound = inbound;
        this.steps = steps;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "capacityFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        String limit = steps.latest(project, "plan-quantities")
                .map(plan -> String.valueOf(plan.values().get("capacityCuFt")))
                .orElse("-");
        return new FactLines(messages, reader)
                .line("fact.capacity", inbound.cubicFeet(project).toPlainString(), limit)
                .markdown();
    }
}
