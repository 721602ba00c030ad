package com.lianxing.demo;

import static com.lianxing.ledger.BudgetLine.AD_SPEND;
import static com.lianxing.ledger.BudgetLine.AGENCY;
import static com.lianxing.ledger.BudgetLine.BROKER;
import static com.lianxing.ledger.BudgetLine.CUSTOMS_FEES;
import static com.lianxing.ledger.BudgetLine.DUTY;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.BudgetLine.PLACEMENT;
import static com.lianxing.ledger.BudgetLine.PRODUCT;
import static com.lianxing.ledger.BudgetLine.USER_FEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.MovableClock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.document.Documents;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.process.Books;
import com.lianxing.process.Messages;
import com.lianxing.process.WorkList;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A Black Friday launch, the project that it starts for its stock, another one that had trouble at sea, and the
 * certification that this one waits for and that comes late. A deal is rejected, a carrier changed, and the caps are refused
 * once. At the end money, milestones and evidence of all four agree.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlackFridayStoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Long enough for the trouble at sea, and then for the stock. */
    private static final int DAYS_AHEAD = 300;

    /** By hand: 54,000 + 126,000 CNY at 0.14 for the goods; 2 x 2,900 freight; 2 x (1,701 + 59.40) for customs. */
    private static final Map<BudgetLine, String> STOCK = Map.of(
            PRODUCT, "25200.00", FREIGHT, "5800.00", DUTY, "3402.00", CUSTOMS_FEES, "118.80", PLACEMENT, "640.00");

    /** The same with 350 more for the faster carrier, and 450 for an examination. */
    private static final Map<BudgetLine, String> TROUBLED = Map.of(
            PRODUCT, "25200.00",
            FREIGHT, "6150.00",
            DUTY, "3402.00",
            CUSTOMS_FEES, "118.80",
            BROKER, "450.00",
            PLACEMENT, "640.00");

    private static final Map<BudgetLine, String> CERTIFIED = Map.of(USER_FEE, "22777.00", AGENCY, "5600.00");

    /** The deal that would have cost 1,000 was rejected. */
    private static final Map<BudgetLine, String> LAUNCHED = Map.of(AD_SPEND, "5600.00");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private InboundProjects company;

    @Autowired
    private CertificationProjects certifications;

    @Autowired
    private Launches launches;

    @Autowired
    private Deals deals;

    @Autowired
    private ProjectLinks links;

    @Autowired
    private Messages messages;

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
    private Documents documents;

    @Autowired
    private Catalog catalog;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private DataSource database;

    private final Map<ProjectCode, Map<BudgetLine, String>> spent = new HashMap<>();
    private ProjectCode launch = new ProjectCode("BFS-US-2027-999");
    private ProjectCode stock = new ProjectCode("FBA-US-2027-999");
    private ProjectCode troubled = new ProjectCode("FBA-US-2027-998");
    private ProjectCode certification = new ProjectCode("FDA-US-2027-999");

    @BeforeAll
    void theStory() {
        company.enrolTheCompany();
        stories.enrolTheCompany();
        TroubleStory trouble = new TroubleStory(
                stories, work, sheets, clock, Visitor.program(port, "logistics", DemoAccounts.PASSWORD));
        troubled = trouble.project();
        company.adopt(troubled, stories.tell("另一位同事 A colleague"));
        theLaunchIsPlanned();
        theCertificationIsLate();
        trouble.play();
        theCertificationCloses();
        theStockArrives();
        theEventRuns();
        spent.putAll(Map.of(launch, LAUNCHED, stock, STOCK, troubled, TROUBLED, certification, CERTIFIED));
    }

    @AfterAll
    void releaseTheClock() {
        company.releaseTheClock();
    }

    private void theLaunchIsPlanned() {
        catalog.setState("HOME-PILLOW-01", ComplianceState.CLEARED, "compliance");
        catalog.setState("HOME-LAMP-02", ComplianceState.CLEARED, "compliance");
        StepValues.Story told = stories.tell("黑五 Black Friday");
        StepValues.Story ahead =
                new StepValues.Story(told.number(), told.name(), DAYS_AHEAD, told.supplierId(), told.forwarderId());
        launch = stories.player().startLaunch(ahead);
        company.adopt(launch, ahead);
        company.does(launch, "userTask_loadCalendar");
        company.does(launch, "userTask_acceptSchedule");
        company.does(launch, "userTask_planBudget");
        company.decide(launch, "APPROVE");
        company.does(launch, "userTask_selectOffers");
        company.does(launch, "userTask_decideOnStock");
        company.does(launch, "userTask_orderStock", "startsInbound", "YES");
        stock = links.neededBy(launch).get(0).needed();
        company.adopt(stock, stories.tell("黑五备货 Stock for Black Friday"));
        links.link(new ProjectLink(launch, troubled, LinkKind.FEEDS_STOCK, 0), "pm");
        company.does(launch, "userTask_planDeals");
        company.decide(launch, "APPROVE");
        company.does(launch, "userTask_submitDeal");
        company.does(launch, "userTask_submitDeal");
        report(launch, "launch.dealRejected", launches.deals(launch).get(0).id());
        company.does(launch, "userTask_chooseAlternative");
        company.does(launch, "userTask_recordDealAnswer");
        company.does(launch, "userTask_planCampaigns");
        company.decide(launch, "REJECT");
        company.does(launch, "userTask_planCampaigns");
        company.decide(launch, "APPROVE");
    }

    private void theCertificationIsLate() {
        catalog.setState(CertificationValues.SKU, ComplianceState.NOT_CLEARED, "compliance");
        certification = certifications.started();
        links.link(new ProjectLink(troubled, certification, LinkKind.NEEDS_CLEARANCE, 10), "pm");
        report(certification, "project.dateChanged", null);
        String late = projects.require(troubled).target().local().plusDays(30).toString();
        company.does(certification, "userTask_changeDate", "newTargetAt", late);
        company.does(troubled, "userTask_decideOnDateRisk");
    }

    private void theCertificationCloses() {
        company.does(certification, "userTask_describeProduct");
        company.does(certification, "userTask_confirmPaths");
        company.does(certification, "userTask_planServices");
        company.does(certification, "userTask_planBudget");
        company.decide(certification, "APPROVE");
        company.does(certification, "userTask_appointAgents");
        company.does(certification, "userTask_recordIdentifiers");
        for (int proof = 1; proof <= 3; proof++) {
            company.does(certification, "userTask_deliver");
            company.does(certification, "userTask_reviewDeliverable");
        }
        company.does(certification, "userTask_checkClaims");
        company.does(certification, "userTask_submitFiling");
        company.does(certification, "userTask_recordAnswer");
        company.does(certification, "userTask_orderUserFee");
        company.decide(certification, "APPROVE");
        company.does(certification, "userTask_payUserFee");
        company.does(certification, "userTask_submitFiling");
        company.does(certification, "userTask_recordAnswer");
        company.does(certification, "userTask_recordNumbers");
        company.does(certification, "userTask_checkNumbers");
        company.does(certification, "userTask_submitPlatformDocuments");
        company.does(certification, "userTask_recordPlatformAnswer");
        company.does(certification, "userTask_prepareImportData");
        company.does(certification, "userTask_handOverObligations");
        company.does(certification, "userTask_closeCertification");
        company.decide(certification, "APPROVE");
    }

    private void theStockArrives() {
        stories.player().play(stock, company.storyOf(stock), Set.of());
    }

    private void theEventRuns() {
        company.does(launch, "userTask_planAssets");
        company.does(launch, "userTask_deliver");
        company.does(launch, "userTask_reviewDeliverable");
        company.does(launch, "userTask_checkLaunchClaims");
        company.does(launch, "userTask_publishListing");
        company.does(launch, "userTask_reportReadiness");
        company.does(launch, "userTask_decideOnReadiness");
        company.does(launch, "userTask_nameRoster");
        company.does(launch, "userTask_loadCampaigns");
        company.does(launch, "userTask_verifyCaps");
        company.does(launch, "userTask_decideOnLaunch");
        company.fire(launch, "timerEvent_eventBegins");
        company.does(launch, "userTask_confirmLaunch");
        company.fire(launch, "timerEvent_eventOver");
        company.does(launch, "userTask_closeEvent");
        company.does(launch, "userTask_importActuals");
        company.decide(launch, "APPROVE");
        company.fire(launch, "timerEvent_returnsOver");
        company.does(launch, "userTask_recordResult");
        company.does(launch, "userTask_approveResult");
        company.fire(launch, "timerEvent_claimsOver");
        company.does(launch, "userTask_closeLaunch");
    }

    @Test
    void allFourEndWell() {
        assertThat(spent.keySet())
                .extracting(project -> projects.require(project).status())
                .containsOnly(ProjectStatus.CLOSED_SUCCESS);
        assertThat(spent.keySet())
                .allSatisfy(project -> assertThat(company.open(project)).isEmpty());
        assertThat(catalog.find(CertificationValues.SKU).orElseThrow().state()).isEqualTo(ComplianceState.CLEARED);
        assertThat(deals.state(launches.deals(launch).get(0).id())).contains(DealState.REPLACED);
        assertThat(links.neededBy(launch)).extracting(ProjectLink::needed).containsExactlyInAnyOrder(stock, troubled);
    }

    @Test
    void whatWasSpentIsWhatTheLedgerSaysAndWhatEverybodyReadsToTheCent() throws IOException {
        for (Map.Entry<ProjectCode, Map<BudgetLine, String>> project : spent.entrySet()) {
            Map<BudgetLine, BigDecimal> byHand = new EnumMap<>(BudgetLine.class);
            project.getValue().forEach((line, dollars) -> byHand.put(line, new BigDecimal(dollars)));
            assertThat(entered(project.getKey()))
                    .as("entries of %s", project.getKey())
                    .isEqualTo(byHand);
            assertThat(positions(project.getKey())).isEqualTo(byHand);
            assertThat(ledger.openHolds(project.getKey())).isEmpty();
            BigDecimal total = byHand.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(reported(project.getKey())).isEqualByComparingTo(total);
            assertThat(manager().get("/projects/" + project.getKey()).body()).contains("%,.2f".formatted(total));
        }
    }

    @Test
    void theMilestonesOfAllFourAreThere() {
        assertThat(milestones(launch))
                .containsExactlyInAnyOrder(
                        "CHARTERED", "STOCK_COMMITTED", "READY", "LAUNCH_DECIDED", "EVENT_OVER", "ACCOUNTED");
        assertThat(milestones(certification)).containsExactlyInAnyOrder("FUNDED", "REGISTERED", "CLEARED", "SETTLED");
        for (ProjectCode inbound : Set.of(stock, troubled)) {
            assertThat(milestones(inbound))
                    .startsWith("PLAN_APPROVED", "GOODS_READY")
                    .endsWith("SETTLED");
        }
    }

    @Test
    void theEvidenceOfAllFourIsSound() {
        assertThat(new Books(database).faults(spent.keySet())).isEmpty();
        for (ProjectCode project : spent.keySet()) {
            assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
            assertThat(documents.list(Projects.SUBJECT, project.value())).isNotEmpty();
        }
    }

    private Iterable<String> milestones(ProjectCode project) {
        return projects.milestones(project).stream().map(Milestone::key).toList();
    }

    /** What the entries themselves add up to. */
    private Map<BudgetLine, BigDecimal> entered(ProjectCode project) {
        Map<BudgetLine, BigDecimal> sums = new EnumMap<>(BudgetLine.class);
        JdbcClient.create(database).sql("""
                        select line, sum(usd_minor) as minor from ledger_entry
                        where project_code = ? and type in ('ACTUAL', 'ACTUAL_REVERSAL') group by line""").param(project.value()).query(row -> {
            sums.put(BudgetLine.valueOf(row.getString("line")), BigDecimal.valueOf(row.getLong("minor"), 2));
        });
        return sums;
    }

    private Map<BudgetLine, BigDecimal> positions(ProjectCode project) {
        Map<BudgetLine, BigDecimal> spentByLine = new EnumMap<>(BudgetLine.class);
        ledger.positions(project).stream()
                .filter(position -> !position.spent().isZero())
                .forEach((LinePosition position) ->
                        spentByLine.put(position.line(), position.spent().amount()));
        return spentByLine;
    }

    /** What a program reads of it. */
    private BigDecimal reported(ProjectCode project) throws IOException {
        JsonNode budget = JSON.readTree(Visitor.program(port, "manager", DemoAccounts.PASSWORD)
                .get("/api/projects/" + project + "/budget")
                .body());
        return new BigDecimal(budget.at("/total/spent/amount").asText());
    }

    private Visitor manager() {
        return Visitor.person(port, "manager", DemoAccounts.PASSWORD);
    }

    private void report(ProjectCode project, String message, @Nullable String subject) {
        assertThat(messages.report(new Messages.Report(
                        project + ":" + message,
                        project,
                        message,
                        null,
                        null,
                        subject,
                        "{\"reason\":\"story\"}",
                        "pm",
                        null)))
                .isEqualTo(Messages.Outcome.DELIVERED);
    }
}
