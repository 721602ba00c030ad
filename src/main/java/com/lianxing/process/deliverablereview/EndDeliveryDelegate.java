package com.lianxing.process.deliverablereview;

import com.lianxing.access.Role;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.Var;
import com.lianxing.sourcing.Contracts;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_endDelivery}: whoever was to deliver is let in no longer. Where the contract is to end as well, the
 * trail says so, the contract of that supplier ends if there is only one, and purchasing, which keeps contracts, is told.
 */
@Component
class EndDeliveryDelegate implements JavaDelegate {

    private static final Var<Boolean> END_CONTRACT = Var.flag("endContract");

    private final Deliverables deliverables;
    private final PortalLinks links;
    private final Contracts contracts;
    private final Notices notices;
    private final ActingPerson actor;

    EndDeliveryDelegate(
            Deliverables deliverables, PortalLinks links, Contracts contracts, Notices notices, ActingPerson actor) {
        this.deliverables = deliverables;
        this.links = links;
        this.contracts = contracts;
        this.notices = notices;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = DeliverableReview.workItem(execution);
        links.revokeAll(id, actor.id());
        Deliverable givenUp = deliverables.require(id);
        OutsideParty party = givenUp.party();
        if (END_CONTRACT.find(execution).orElse(false) && party != null) {
            deliverables.recordContractEnd(id, actor.id());
            contracts
                    .onlyActiveWith(party.name())
                    .ifPresent(contract -> contracts.end(
                            contract.id(), "%s: %s".formatted(givenUp.project(), givenUp.kind()), actor.id()));
            notices.tell(
                    givenUp.project(),
                    Role.PURCHASING,
                    "contractEnd:" + id,
                    "CONTRACT_END",
                    "notice.contractEnd",
                    givenUp.project(),
                    party.name());
        }
    }
}
