package com.lianxing.process.fbashipment;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.certification.Certifications;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the projects that certify the goods of a shipment that the FDA detains them. */
@Component
class Detentions {

    private static final Var<String> NOTICE = Var.string("fdaNoticeNo");
    private static final Var<String> ANSWER_BY = Var.string("fdaAnswerBy");

    private final Inbound inbound;
    private final Certifications certifications;
    private final Messages messages;
    private final ActingPerson actor;

    Detentions(Inbound inbound, Certifications certifications, Messages messages, ActingPerson actor) {
        this.inbound = inbound;
        this.certifications = certifications;
        this.messages = messages;
        this.actor = actor;
    }

    /** Does nothing where the submitted form names no notice of the FDA. */
    void tell(DelegateExecution execution) {
        String notice = NOTICE.find(execution).orElse("");
        if (notice.isBlank()) {
            return;
        }
        // The day ends where the FDA is.
        Deadline due =
                Deadline.endOf(LocalDate.parse(ANSWER_BY.in(execution)), FdaCertification.FDA, DeadlineKind.LEGAL);
        ProjectCode project = FbaShipment.project(execution);
        Inbound.Shipment shipment =
                inbound.shipment(project, FbaShipment.shipment(execution)).orElseThrow();
        inbound.reconcile(shipment).stream()
                .flatMap(line -> certifications.openProjectsWith(line.sku()).stream())
                .distinct()
                .forEach(certification -> messages.report(new Messages.Report(
                        String.join(":", "detained", notice, certification.value()),
                        certification,
                        FdaCertification.DETAINED,
                        null,
                        null,
                        CanonicalJson.of(Map.of(
                                FdaCertification.NOTICE_DUE_AT,
                                due.instant().toString(),
                                "reference",
                                notice,
                                "shipment",
                                shipment.amazonShipmentId())),
                        actor.id(),
                        null)));
    }
}
