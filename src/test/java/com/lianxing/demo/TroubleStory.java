package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.Visitor;
import com.lianxing.calendar.MovableClock;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A project with two shipments on which everything goes wrong that usually does. The first changes its carrier, and
 * pays more for it. The second misses its vessel, is examined by customs, arrives short, and Amazon pays for what it
 * lost. Its people enter every date and amount that differs from the usual story.
 */
final class TroubleStory {

    private final ProjectPlayer player;
    private final StepValues.Story story;
    private final WorkList work;
    private final Sheet.Sheets sheets;
    private final MovableClock clock;
    private final Visitor logistics;
    private final ProjectCode project;

    /** Starts the project in March 2027 and brings it to where Amazon's delivery window is chosen. */
    TroubleStory(Stories stories, WorkList work, Sheet.Sheets sheets, MovableClock clock, Visitor logistics) {
        this.player = stories.player();
        this.work = work;
        this.sheets = sheets;
        this.clock = clock;
        this.logistics = logistics;
        clock.moveTo(Instant.parse("2027-03-01T01:00:00Z"));
        this.story = stories.tell("多事之秋 A season of troubles");
        this.project = player.start(story);
        player.play(project, story, Set.of("userTask_confirmInboundPlan"));
    }

    ProjectCode project() {
        return project;
    }

    /** From the delivery window to the books. */
    void play() {
        does("userTask_confirmInboundPlan", "windowFrom", "2027-05-24", "windowTo", "2027-06-08");
        book();
        theFirstCarrierIsChanged();
        for (int shipment : new int[] {1, 2}) {
            does(shipment, "userTask_handOverDocuments");
            does(shipment, "userTask_fileIsf");
            does(shipment, "userTask_recordIsfAcceptance");
            does(shipment, "userTask_completeIsf");
        }
        theSecondMissesItsVessel();
        theFirstIsReleased();
        theSecondIsExamined();
        theSecondArrivesShort();
        settle();
    }

    private void book() {
        on("2027-05-03T01:00:00Z");
        for (int shipment : new int[] {1, 2}) {
            does(shipment, "userTask_bookCarrier", vessel("2027-05-10T12:00", "2027-05-12T18:00", "2027-06-01T08:00"));
            decide();
        }
    }

    private void theFirstCarrierIsChanged() {
        report("inbound.carrierChanged", 1);
        does("userTask_inviteSuppliers");
        does("userTask_collectQuotes");
        does("userTask_recommendQuote");
        does(1, "userTask_compareCarriers", vessel("2027-05-09T12:00", "2027-05-11T18:00", "2027-05-27T08:00"));
        decide();
        does("userTask_changeDate");
    }

    private void theSecondMissesItsVessel() {
        on("2027-05-12T14:00:00Z");
        does(1, "userTask_recordDeparture", "departedAt", "2027-05-11T20:00", "expectedArrivalAt", "2027-05-27T08:00");
        does(2, "userTask_recordDeparture", ShipmentForms.ROLLED);
        does(2, "userTask_rollToNextVessel", vessel("2027-05-17T12:00", "2027-05-19T18:00", "2027-06-08T08:00"));
        does("userTask_changeDate", "newTargetAt", "2027-08-05T18:00");
        on("2027-05-20T01:00:00Z");
        does(2, "userTask_recordDeparture", "departedAt", "2027-05-19T20:00", "expectedArrivalAt", "2027-06-08T08:00");
    }

    private void theFirstIsReleased() {
        on("2027-05-27T18:00:00Z");
        does(1, "userTask_fileEntry", "entryDate", "2027-05-27", "landedOn", "2027-05-27");
        report("inbound.customsReleased", 1);
        payDuty(1);
        does(1, "userTask_arrangeDelivery");
        does(1, "userTask_recordDelivery");
    }

    private void theSecondIsExamined() {
        on("2027-06-08T18:00:00Z");
        does(2, "userTask_fileEntry", "entryDate", "2027-06-08", "landedOn", "2027-06-08");
        report("inbound.customsHeld", 2);
        does(2, "userTask_recordExam", "storageFreeUntilAt", "2027-06-12T17:00");
        decide();
        on("2027-06-11T18:00:00Z");
        does(2, "userTask_recordRelease");
        payDuty(2);
        does(2, "userTask_arrangeDelivery", "windowChoice", "ACCEPT_FEE", "feeRiskReason", "海关查验 held by customs");
        does(2, "userTask_recordDelivery");
    }

    private void payDuty(int shipment) {
        does(shipment, "userTask_fileEntrySummary");
        decide();
        does(shipment, "userTask_payDuty");
    }

    private void theSecondArrivesShort() {
        on("2027-06-25T18:00:00Z");
        does(1, "userTask_recordReceipt");
        does(1, "userTask_reconcileReceipt");
        WorkItem counting = open(2, "userTask_recordReceipt");
        save("receipts", counting, List.of(received("HOME-LAMP-02", "780"), received("HOME-RACK-03", "500")));
        does(2, "userTask_recordReceipt");
        does(
                2,
                "userTask_reconcileReceipt",
                "diffReason",
                "LOST_AT_AMAZON",
                "claimWindowAt",
                "2027-09-30T23:59",
                "claimWindowZone",
                "America/Los_Angeles");
        does(2, "userTask_fileClaim", "claimQty", 20, "claimUsd", "218.40");
        does(2, "userTask_recordClaimOutcome", "resolvedUsd", "218.40");
    }

    private void settle() {
        on("2027-07-12T01:00:00Z");
        WorkItem settling = open("userTask_settleInvoices");
        save(
                "invoices",
                settling,
                List.of(
                        invoice("FREIGHT", "Fast Boat", "3250.00"),
                        invoice("FREIGHT", "Ocean Bridge", "2900.00"),
                        invoice("PLACEMENT", "Amazon", "640.00"),
                        invoice("BROKER", "Long Beach CES", "450.00")));
        does("userTask_settleInvoices");
        // Where another project waits for this one, or this one for another, a moved date is decided on.
        work.open(project).stream()
                .filter(item -> item.step().equals("userTask_decideOnDateRisk"))
                .forEach(this::does);
        does("userTask_closeProject");
    }

    private void on(String instant) {
        assertThat(clock.now()).isBefore(Instant.parse(instant));
        clock.moveTo(Instant.parse(instant));
    }

    private WorkItem open(String step) {
        return work.open(project).stream()
                .filter(item -> item.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open, but " + work.open(project)));
    }

    private WorkItem open(int shipment, String step) {
        return work.open(project).stream()
                .filter(item -> item.step().equals(step))
                .filter(item -> String.valueOf(item.shipmentId()).endsWith("S" + shipment))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open, but " + work.open(project)));
    }

    private void does(String step, Object... instead) {
        does(open(step), instead);
    }

    private void does(int shipment, String step, Object... instead) {
        does(open(shipment, step), instead);
    }

    private void does(WorkItem item, Object... instead) {
        player.doOne(item, story, StepValues.with(instead));
    }

    /** Everyone who is asked agrees. */
    private void decide() {
        while (work.open(project).stream().anyMatch(item -> item.step().equals("userTask_decide"))) {
            does("userTask_decide");
        }
    }

    /** As the forwarder or the broker told logistics. */
    private void report(String message, int shipment) {
        WorkItem waiting = work.open(project).stream()
                .filter(item -> String.valueOf(item.shipmentId()).endsWith("S" + shipment))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = logistics.send(
                "POST",
                "/api/projects/" + project + "/messages",
                "application/json",
                "*/*",
                "{\"message\":\"%s\",\"shipmentId\":\"%s\"}".formatted(message, waiting.shipmentId()),
                Map.of("Idempotency-Key", project + message));
        assertThat(answer.body()).contains("DELIVERED");
    }

    private void save(String name, WorkItem item, List<Map<String, String>> rows) {
        Sheet sheet = sheets.find(name).orElseThrow();
        Sheet.Subject subject = item.subjectOf(sheet).orElseThrow();
        assertThat(sheet.save(subject, sheet.read(subject).version(), rows, ProjectPlayer.person(item)))
                .isInstanceOf(Sheet.Saved.Accepted.class);
    }

    private static Object[] vessel(String cutoff, String lading, String arrival) {
        return new Object[] {"documentCutoffAt", cutoff, "ladingAt", lading, "arrivalAt", arrival};
    }

    private static Map<String, String> received(String sku, String units) {
        return Map.of("sku", sku, "received", units);
    }

    private Map<String, String> invoice(String line, String supplier, String usd) {
        return Map.of(
                "line", line,
                "invoiceNo", "INV-" + supplier.charAt(0) + story.number(),
                "supplier", supplier,
                "currency", "USD",
                "amount", usd);
    }
}
