package com.lianxing.process.deliverablereview;

import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.notification.Notification.Outside;
import com.lianxing.notification.Outbox;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** {@code serviceTask_reportLateDelivery}: the outside party is reminded, and so are whoever enters it and the manager. */
@Component
class ReportLateDeliveryDelegate implements JavaDelegate {

    private final Notices notices;
    private final Deliverables deliverables;
    private final Outbox outbox;
    private final MessageSource messages;

    ReportLateDeliveryDelegate(Notices notices, Deliverables deliverables, Outbox outbox, MessageSource messages) {
        this.notices = notices;
        this.deliverables = deliverables;
        this.outbox = outbox;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = DeliverableReview.project(execution);
        Role deliverer =
                Role.of(DeliverableReview.DELIVERER_GROUP.in(execution)).orElseThrow();
        String occasion = "delivery:" + execution.getProcessInstanceId() + ":" + DeliverableReview.ROUND.in(execution);
        for (Role role : List.of(deliverer, Role.PROJECT_MANAGER)) {
            notices.tell(project, role, occasion, "DELIVERY_LATE", "notice.deliveryLate", project);
        }
        Deliverable wanted = deliverables.require(DeliverableReview.workItem(execution));
        OutsideParty party = wanted.party();
        if (party != null && party.email() != null) {
            remind(wanted, party, party.email(), occasion);
        }
    }

    /** Names the work and not the project, of which the party need not know. */
    private void remind(Deliverable wanted, OutsideParty party, String address, String occasion) {
        Locale language = party.language();
        outbox.putOutside(
                occasion + ":" + party.actor(),
                party.actor(),
                new Outside(address, language.getLanguage().equals("zh")),
                "DELIVERY_LATE",
                wanted.project().value(),
                "notice.yourDeliveryLate",
                wanted.named(messages.getMessage("deliverable." + wanted.kind(), null, Locale.CHINESE)),
                wanted.named(messages.getMessage("deliverable." + wanted.kind(), null, Locale.ENGLISH)),
                BothClocks.text(Objects.requireNonNull(wanted.due()), language));
    }
}
