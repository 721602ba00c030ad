package com.lianxing.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.RequestType;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.MovableClock;
import com.lianxing.inbound.LandedCosts;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.process.Books;
import com.lianxing.process.WorkList;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A rolled vessel, a hold by customs, a dearer carrier, a short receipt and a paid claim; at the end ledger, record, dates
 * and landed cost agree. The figures are worked out by hand from the budget, the invoices and the three products of the
 * story; the dates from the vessels that its people enter.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FbaInboundTroubleStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was held, spent and credited after the budget was set, in US dollars; 1 CNY is 0.14 USD. */
    private static final List<String> ENTRIES = List.of(
            "COMMIT PRODUCT 25200.00", // 180,000 CNY ordered
            "ACTUAL PRODUCT 7560.00", // 30 % of it as deposit
            "ACTUAL PRODUCT 17640.00", // 126,000 CNY, the rest
            "COMMIT PLACEMENT 640.00",
            "COMMIT FREIGHT 2900.00",
            "COMMIT FREIGHT 2900.00",
            "COMMIT_ADJUST FREIGHT 350.00", // 3,250 - 2,900 for the faster carrier
            "COMMIT CUSTOMS_FEES 59.40", // 43.65 MPF + 15.75 HMF
            "COMMIT DUTY 1701.00", // 756 MFN + 945 Section 301
            "ACTUAL DUTY 1701.00",
            "ACTUAL CUSTOMS_FEES 59.40",
            "COMMIT BROKER 450.00", // the examination
            "COMMIT CUSTOMS_FEES 59.40",
            "COMMIT DUTY 1701.00",
            "ACTUAL DUTY 1701.00",
            "ACTUAL CUSTOMS_FEES 59.40",
            "CREDIT LOSS -218.40", // 20 lamps at 78 CNY: Amazon pays what they cost to make
            "ACTUAL FREIGHT 3250.00",
            "ACTUAL FREIGHT 2900.00",
            "ACTUAL PLACEMENT 640.00",
            "ACTUAL BROKER 450.00");

    /** Line, limit, held, spent, available. */
    private static final List<String> BUDGET = List.of(
            "PRODUCT 25900.00 0.00 25200.00 700.00",
            "INSPECTION 420.00 0.00 0.00 420.00",
            "ORIGIN 630.00 0.00 0.00 630.00",
            "FREIGHT 6500.00 0.00 6150.00 350.00",
            "DUTY 4000.00 0.00 3402.00 598.00",
            "CUSTOMS_FEES 300.00 0.00 118.80 181.20",
            "BROKER 500.00 0.00 450.00 50.00",
            "DRAYAGE 1600.00 0.00 0.00 1600.00",
            "PLACEMENT 900.00 0.00 640.00 260.00",
            "LOSS 0.00 0.00 0.00 0.00",
            "CONTINGENCY 2000.00 0.00 0.00 2000.00");

    /**
     * Lamps, pillows, racks. By value (62,400 : 75,000 : 42,600 CNY): goods, duty, customs fees, the examination. By
     * volume (6.0 : 10.8 : 7.0 m³): the freight. By units (800 : 1,200 : 500): the placement fee. What came back for the
     * lost lamps is the lamps'. A cent that is left over goes to the largest remainder.
     */
    private static final List<String> LANDED = List.of(
            "HOME-LAMP-02 PRODUCT 8736.00",
            "HOME-LAMP-02 FREIGHT 1550.42",
            "HOME-LAMP-02 DUTY 1179.36",
            "HOME-LAMP-02 CUSTOMS_FEES 41.18",
            "HOME-LAMP-02 BROKER 156.00",
            "HOME-LAMP-02 PLACEMENT 204.80",
            "HOME-LAMP-02 LOSS -218.40",
            "HOME-PILLOW-01 PRODUCT 10500.00",
            "HOME-PILLOW-01 FREIGHT 2790.76",
            "HOME-PILLOW-01 DUTY 1417.50",
            "HOME-PILLOW-01 CUSTOMS_FEES 49.50",
            "HOME-PILLOW-01 BROKER 187.50",
            "HOME-PILLOW-01 PLACEMENT 307.20",
            "HOME-RACK-03 PRODUCT 5964.00",
            "HOME-RACK-03 FREIGHT 1808.82",
            "HOME-RACK-03 DUTY 805.14",
            "HOME-RACK-03 CUSTOMS_FEES 28.12",
            "HOME-RACK-03 BROKER 106.50",
            "HOME-RACK-03 PLACEMENT 128.00");

    /** 11,649.36 + 15,252.46 + 8,840.58: the 35,960.80 that were spent less the 218.40 that came back. */
    private static final String LANDED_IN_ALL = "35,742.40";

    /** Who approved: the amount of each request, with what the same supplier got within thirty days, says who must. */
    private static final List<String> APPROVALS = List.of(
            "INITIAL 42750.00 manager finance cfo",
            "COMMITMENT 25200.00 manager finance cfo",
            "PAYMENT 7560.00 another",
            "PAYMENT 17640.00 another",
            "COMMITMENT 640.00 pm",
            "COMMITMENT 2900.00 manager",
            "COMMITMENT 2900.00 manager finance", // 5,800 to this carrier
            "COMMITMENT 350.00 manager finance", // 6,150
            "COMMITMENT 1760.40 finance",
            "COMMITMENT 450.00 pm",
            "COMMITMENT 1760.40 finance");

    /** Reason, deadline, before, after: lading May 12 and arrival June 1 become May 11 and May 27, or May 19 and June 8. */
    private static final String MOVED = """
            CARRIER_CHANGED documentsDueAt      2027-05-10T04:00:00Z 2027-05-09T04:00:00Z
            CARRIER_CHANGED isfRemind72At       2027-05-09T10:00:00Z 2027-05-08T10:00:00Z
            CARRIER_CHANGED isfRemind48At       2027-05-10T10:00:00Z 2027-05-09T10:00:00Z
            CARRIER_CHANGED isfDueAt            2027-05-11T10:00:00Z 2027-05-10T10:00:00Z
            CARRIER_CHANGED isfCompletionRemindAt 2027-05-30T15:00:00Z 2027-05-25T15:00:00Z
            CARRIER_CHANGED isfCompletionDueAt  2027-05-31T15:00:00Z 2027-05-26T15:00:00Z
            CARRIER_CHANGED departureChaseAt    2027-05-14T10:00:00Z 2027-05-13T10:00:00Z
            CARRIER_CHANGED entryRemindAt       2027-05-31T15:00:00Z 2027-05-26T15:00:00Z
            CARRIER_CHANGED entryDueAt          2027-06-17T03:59:00Z 2027-06-12T03:59:00Z
            CARRIER_CHANGED storageBeginsAt     2027-06-07T06:59:00Z 2027-06-02T06:59:00Z
            ROLLED documentsDueAt               2027-05-10T04:00:00Z 2027-05-17T04:00:00Z
            ROLLED isfRemind72At                2027-05-09T10:00:00Z 2027-05-16T10:00:00Z
            ROLLED isfRemind48At                2027-05-10T10:00:00Z 2027-05-17T10:00:00Z
            ROLLED isfDueAt                     2027-05-11T10:00:00Z 2027-05-18T10:00:00Z
            ROLLED isfCompletionRemindAt        2027-05-30T15:00:00Z 2027-06-06T15:00:00Z
            ROLLED isfCompletionDueAt           2027-05-31T15:00:00Z 2027-06-07T15:00:00Z
            ROLLED departureChaseAt             2027-05-14T10:00:00Z 2027-05-21T10:00:00Z
            ROLLED entryRemindAt                2027-05-31T15:00:00Z 2027-06-07T15:00:00Z
            ROLLED entryDueAt                   2027-06-17T03:59:00Z 2027-06-24T03:59:00Z
            ROLLED storageBeginsAt              2027-06-07T06:59:00Z 2027-06-14T06:59:00Z
            EXAM_ORDERED storageBeginsAt        2027-06-14T06:59:00Z 2027-06-13T00:00:00Z
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private WorkList work;

    @Autowired
    private Sheet.Sheets sheets;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private LandedCosts landedCosts;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private DataSource dataSource;

    private ProjectCode project = new ProjectCode("FBA-US-2027-999");

    @BeforeAll
    void everythingGoesWrong() {
        stories.enrolTheCompany();
        Visitor logistics = Visitor.program(port, "logistics", DemoAccounts.PASSWORD);
        TroubleStory story = new TroubleStory(stories, work, sheets, clock, logistics);
        project = story.project();
        story.play();
    }

    @AfterAll
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void theLedgerHoldsTheStoryEntryByEntry() {
        assertThat(ledger.entries(project))
                .filteredOn(entry -> entry.type() != EntryType.BUDGET_SET)
                .extracting(entry -> "%s %s %s"
                        .formatted(entry.type(), entry.line(), entry.usd().amount()))
                .containsExactlyElementsOf(ENTRIES);
        assertThat(ledger.positions(project))
                .extracting(line -> Stream.of(line.limit(), line.held(), line.spent(), line.available())
                        .map(money -> money.amount().toString())
                        .reduce(line.line().name(), (all, money) -> all + " " + money))
                .containsExactlyElementsOf(BUDGET);
        assertThat(ledger.openHolds(project)).isEmpty();
        assertThat(new Books(dataSource).faults(project)).isEmpty();
    }

    @Test
    void everyProductBearsWhatItCausedToTheCent() {
        assertThat(landedCosts.of(project))
                .extracting(share -> "%s %s %s"
                        .formatted(share.sku(), share.line(), share.cost().amount()))
                .containsExactlyInAnyOrderElementsOf(LANDED);
        assertThat(landedCosts.of(project))
                .extracting(share -> share.sku() + " " + share.units())
                .containsOnly("HOME-LAMP-02 780", "HOME-PILLOW-01 1200", "HOME-RACK-03 500");
    }

    @Test
    void everyDateThatMovedStandsInTheRecordOldAndNew() {
        List<JsonNode> moves = record("deadline.moved").map(this::content).toList();
        assertThat(moves)
                .filteredOn(move -> !move.path("before").isNull())
                .filteredOn(move -> MOVED.contains(move.path("reason").asText() + " "))
                .extracting(move -> String.join(
                        " ", text(move, "reason"), text(move, "deadline"), text(move, "before"), text(move, "after")))
                .containsExactlyElementsOf(
                        MOVED.lines().map(line -> line.replaceAll(" +", " ")).toList());
        // Ten federal working days after May 27 and June 8: without Memorial Day, and without June 18, when Juneteenth
        // is kept.
        assertThat(moves)
                .filteredOn(move -> text(move, "deadline").equals("entrySummaryDueAt"))
                .extracting(move -> text(move, "after"))
                .containsExactly("2027-06-12T03:59:00Z", "2027-06-24T03:59:00Z");
        assertThat(facts.since(project, Instant.EPOCH))
                .filteredOn(fact -> fact.message().equals("project.dateChanged"))
                .extracting(fact -> Stream.of("cause", "before", "after")
                        .map(key -> fact.text(key).orElse(""))
                        .reduce("", (all, text) -> all + " " + text))
                .containsExactly(
                        " CARRIER_CHANGED 2027-06-01T15:00:00Z 2027-05-27T15:00:00Z",
                        " ROLLED 2027-06-01T15:00:00Z 2027-06-08T15:00:00Z");
        assertThat(record("project.targetMoved").map(this::content))
                .extracting(move -> text(move, "before") + " " + text(move, "now"))
                .containsExactly("2027-07-29T18:00 America/Los_Angeles 2027-08-05T18:00 America/Los_Angeles");
    }

    @Test
    void theRecordIsSoundAndNamesWhoDecidedWhat() {
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
        assertThat(approvals()).containsExactlyElementsOf(APPROVALS);
        for (String decision : List.of(
                "logistics fba-shipment.compare-carriers",
                "logistics fba-shipment.roll-to-next-vessel",
                "logistics fba-shipment.record-exam",
                "ops fba-shipment.file-claim",
                "ops fba-shipment.record-claim-outcome",
                "pm fba-inbound.close-project")) {
            assertThat(record(decision.split(" ")[1]).map(entry -> entry.actor() + " " + entry.action()))
                    .containsExactly(decision);
        }
    }

    @Test
    void theProjectEndsStockedAndItsPageSaysWhatItCost() {
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSED_SUCCESS);
        assertThat(projects.milestones(project))
                .extracting(milestone ->
                        milestone.key() + " " + milestone.at().toString().substring(0, 10))
                .endsWith(
                        "DEPARTED 2027-05-20",
                        "CUSTOMS_RELEASED 2027-06-11",
                        "CLAIM_FILED 2027-06-25",
                        "RECEIVED 2027-06-25",
                        "SETTLED 2027-07-12");
        for (String reader : List.of("pm", "manager")) {
            assertThat(Visitor.person(port, reader, DemoAccounts.PASSWORD)
                            .get("/projects/" + project)
                            .body())
                    .contains(LANDED_IN_ALL);
        }
    }

    /** From the record: of each request its type and amount, and who approved it in turn. */
    private List<String> approvals() {
        Map<String, String> approvals = new LinkedHashMap<>();
        record("approval.decided").forEach(entry -> {
            ApprovalRequest request = requests.require(text(content(entry), "request"));
            String asked = request.type() + " " + requireNonNull(request.usd()).amount();
            boolean approvedThePurchase = List.of("manager", "finance", "cfo").contains(entry.actor());
            String by = request.type() != RequestType.PAYMENT || approvedThePurchase ? entry.actor() : "another";
            approvals.merge(request.id(), asked + " " + by, (before, ignored) -> before + " " + by);
        });
        return List.copyOf(approvals.values());
    }

    private Stream<StoredEntry> record(String action) {
        return audit.entries("project", project.value(), 0, 1_000).stream()
                .filter(entry -> entry.action().equals(action));
    }

    private JsonNode content(StoredEntry entry) {
        try {
            return JSON.readTree(entry.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
