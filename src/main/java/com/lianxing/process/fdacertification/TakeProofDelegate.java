package com.lianxing.process.fdacertification;

import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeProof}: what is delivered next, who enters it and who reviews it. */
@Component
class TakeProofDelegate implements JavaDelegate {

    private final KeptProofs proofs;

    TakeProofDelegate(KeptProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        KeptProofs.Wanted wanted = proofs.needed(ProjectProcess.project(execution))
                .get(Math.toIntExact(FdaCertification.LOOP_COUNTER.in(execution)));
        Proof proof = wanted.proof();
        FdaCertification.SUBJECT.setLocal(execution, wanted.subject());
        FdaCertification.DELIVERABLE_KIND.setLocal(execution, proof.name());
        FdaCertification.DELIVERER_GROUP.setLocal(execution, proof.deliverer().id());
        FdaCertification.REVIEWER_GROUP.setLocal(execution, proof.reviewer().id());
        FdaCertification.DELIVERABLE_ACCEPTED.setLocal(execution, false);
    }
}
