package com.lianxing.process.fdacertification;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which proofs were accepted so far. */
@Component
class KeptProofFacts implements FormFacts {

    private final KeptProofs proofs;
    private final MessageSource messages;

    KeptProofFacts(KeptProofs proofs, MessageSource messages) {
        this.proofs = proofs;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "keptProofFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        Set<Proof> held = proofs.of(new ProjectCode(view.projectCode().orElseThrow()));
        FactLines lines = new FactLines(messages, reader);
        if (held.isEmpty()) {
            return lines.line("fact.nothingProven").markdown();
        }
        held.forEach(proof -> lines.item("fact.proven", lines.text("deliverable." + proof.name())));
        return lines.markdown();
    }
}
