package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.demo.CertificationProjects;
import com.lianxing.demo.InboundProjects;
import com.lianxing.document.Documents;
import com.lianxing.inbound.FdaFindings;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.fbashipment.Shipments.Run;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms of a shipment do not let a person enter, at which field; nothing has changed afterwards. */
@LianxingTest
class ShipmentRulesTest {

    private static final String SHA = "0".repeat(64);

    @Autowired
    private Shipments shipments;

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private Clock clock;

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certification;

    @Autowired
    private FdaFindings findings;

    @Autowired
    private Documents documents;

    @Autowired
    private Messages messages;

    @Test
    void goodsThatAreBeingCertifiedAreNotEnteredWithoutTheImportDataKit() {
        Run run = shipments.startAt("userTask_fileEntry");
        company.enrolTheCompany();
        ProjectCode clearance = certification.started();
        company.save(clearance, "certifiedSkus", List.of(Map.of("sku", Shipments.SKU)));

        assertThat(refused(run, "userTask_fileEntry", "fdaAffirmationCodes", "REG"))
                .containsExactly("fdaAffirmationCodes");

        documents.store(
                Projects.SUBJECT,
                clearance.value(),
                "IMPORT_DATA_KIT",
                "kit.pdf",
                new ByteArrayInputStream("%PDF-1.4 kit".getBytes(StandardCharsets.US_ASCII)),
                "compliance");
        shipments.does(run, "userTask_fileEntry");
        assertThat(shipments.open(run)).doesNotContain("userTask_fileEntry");
        end(clearance);
    }

    @Test
    void goodsThatTheFdaDetainsAreToldToWhoeverCertifiesThem() {
        Run run = shipments.startAt("userTask_recordExam");
        company.enrolTheCompany();
        ProjectCode clearance = certification.started();
        company.save(clearance, "certifiedSkus", List.of(Map.of("sku", Shipments.SKU)));
        assertThat(refused(run, "userTask_recordExam", "fdaNoticeNo", "N-" + run.instance()))
                .containsExactly("fdaAnswerBy");

        shipments.does(run, "userTask_recordExam", "fdaNoticeNo", "N-" + run.instance(), "fdaAnswerBy", "2031-03-08");

        assertThat(company.task(clearance, "userTask_answerDetention").dueAt())
                .as("the end of that day in Washington")
                .isEqualTo(Instant.parse("2031-03-09T04:59:00Z"));
        end(clearance);
    }

    @Test
    void goodsUnderTheRulesOfTheFdaCarryItsCodesAndFoodItsPriorNotice() {
        Run run = shipments.startAt("userTask_fileEntry");
        findings.keep(run.project(), Shipments.SKU, "FOOD", "compliance");

        assertThat(refused(run, "userTask_fileEntry")).containsExactly("fdaAffirmationCodes", "priorNoticeNo");

        shipments.does(run, "userTask_fileEntry", "fdaAffirmationCodes", "FFR", "priorNoticeNo", "PN-1");
        assertThat(shipments.open(run)).doesNotContain("userTask_fileEntry");
    }

    @Test
    void anAppointmentOutsideTheDeliveryWindowNeedsAnotherWindowOrAReason() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        window(run, "2030-06-01", "2030-06-07", "2030-05-20T12:00");

        String appointment = "2030-06-08T09:00";
        assertThat(refused(run, "userTask_arrangeDelivery", "appointmentAt", appointment))
                .containsExactly("appointmentAt");
        assertThat(refused(
                        run,
                        "userTask_arrangeDelivery",
                        "appointmentAt",
                        appointment,
                        "windowChoice",
                        "CHANGE_WINDOW",
                        "newWindowTo",
                        "2030-06-07"))
                .containsExactly("appointmentAt");
        shipments.does(
                run,
                "userTask_arrangeDelivery",
                "appointmentAt",
                appointment,
                "windowChoice",
                "ACCEPT_FEE",
                "feeRiskReason",
                "no dock before");
        assertThat(shipments.open(run)).containsExactly("userTask_recordDelivery");
    }

    @Test
    void aWindowThatAmazonHasFixedIsNotChanged() {
        Run run = shipments.startAt("userTask_arrangeDelivery");
        window(run, "2020-06-01", "2030-06-07", "2020-05-20T12:00");

        assertThat(refused(
                        run, "userTask_arrangeDelivery", "windowChoice", "CHANGE_WINDOW", "newWindowTo", "2031-06-07"))
                .containsExactly("windowChoice");
    }

    @Test
    void anEntryAlwaysCostsSomething() {
        Run run = shipments.startAt("userTask_fileEntrySummary");

        assertThat(refused(
                        run,
                        "userTask_fileEntrySummary",
                        "dutyMfnUsd",
                        "0",
                        "duty301Usd",
                        "0",
                        "mpfUsd",
                        "0",
                        "hmfUsd",
                        "0"))
                .containsExactly("mpfUsd");
    }

    @Test
    void theNextVesselSailsLaterThanNowAndBeforeItArrives() {
        Run run = shipments.startAt("userTask_rollToNextVessel");

        assertThat(refused(
                        run,
                        "userTask_rollToNextVessel",
                        "documentCutoffAt",
                        "2020-01-01T00:00",
                        "ladingAt",
                        "2030-01-02T00:00",
                        "arrivalAt",
                        "2030-01-01T00:00"))
                .containsExactly("documentCutoffAt", "arrivalAt");
    }

    @Test
    void whatIsMissingIsExplainedAndClaimedWhileItCanBe() {
        Run run = shipments.startAt("userTask_reconcileReceipt");
        shipments.received(run, 90);

        assertThat(refused(run, "userTask_reconcileReceipt")).containsExactly("diffReason");
        assertThat(refused(
                        run,
                        "userTask_reconcileReceipt",
                        "diffReason",
                        "DAMAGED",
                        "claimWindowAt",
                        "2020-01-01T00:00",
                        "claimWindowZone",
                        "America/Los_Angeles"))
                .containsExactly("claimWindowAt");
    }

    @Test
    void noCarrierIsChangedBeforeOneIsBooked() {
        Run run = shipments.startAt("userTask_compareCarriers");

        assertThat(refused(run, "userTask_compareCarriers")).containsExactly("bookingNo");
    }

    /** Nobody certifies the goods of other tests. */
    private void end(ProjectCode clearance) {
        messages.report(new Messages.Report(
                clearance + ":over",
                clearance,
                ProjectProcess.CANCEL_REQUESTED,
                null,
                null,
                "{\"reason\":\"test\"}",
                "pm",
                null));
    }

    private void window(Run run, String from, String to, String editableUntil) {
        steps.record(
                run.project(),
                null,
                "confirm-inbound-plan",
                "window-" + run.instance(),
                shipments.person(Role.LOGISTICS),
                clock.now(),
                Map.of(
                        "windowFrom", from,
                        "windowTo", to,
                        "windowEditableAt", editableUntil,
                        "windowEditableZone", "America/Los_Angeles"),
                SHA);
    }

    private List<String> refused(Run run, String step, Object... changes) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> shipments.does(run, step, changes));
        assertThat(shipments.open(run)).containsExactly(step);
        return refusal.fields().stream().map(Refusal.FieldError::field).toList();
    }
}
