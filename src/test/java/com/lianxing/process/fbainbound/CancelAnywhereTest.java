package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.demo.DemoAccounts;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.process.Books;
import com.lianxing.process.WaitStates;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever a project stands when it is cancelled, nothing of it is left behind. The places are those of the models. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelAnywhereTest {

    private static final String WHY = "品牌方撤回授权 the brand withdrew";

    /** Everything that the engine keeps of a running process. */
    private static final List<String> RUNTIME_TABLES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_ext_task",
            "act_ru_event_subscr",
            "act_ru_incident",
            "act_ru_variable");

    @LocalServerPort
    private int port;

    @Autowired
    private Deliverables deliverables;

    @Autowired
    private OutsideParties parties;

    @Autowired
    private PortalLinks links;

    @Autowired
    private InboundProjects company;

    @Autowired
    private Routes routes;

    @Autowired
    private AmazonRoutes amazon;

    @Autowired
    private WaitStates states;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private DataSource database;

    private final Set<String> cancelledAt = new HashSet<>();
    private final Set<ProjectCode> cancelled = new HashSet<>();

    @BeforeAll
    void theCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        amazon.disconnect();
        company.releaseTheClock();
    }

    @AfterAll
    void aProjectWasCancelledAtEveryWaitState() {
        Set<String> missed = new TreeSet<>(states.of(FbaInbound.KEY));
        missed.removeAll(cancelledAt);
        assertThat(missed).as("wait states at which no project was cancelled").isEmpty();
    }

    @AfterAll
    void theBooksOfAllAgree() {
        assertThat(new Books(database).faults(cancelled))
                .filteredOn(fault -> !fault.contains(":first:"))
                .isEmpty();
    }

    Stream<String> places() {
        return states.placesOf(FbaInbound.KEY).stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsCancelledLeavesNothingBehind(String place) {
        ProjectCode project = routes.to(place);
        Set<String> standing = states.now(project);
        assertThat(standing).contains(place);
        cancelledAt.addAll(standing);
        cancelled.add(project);
        Map<BudgetLine, Money> spent = spent(project);
        List<String> files = files(project);
        letPartiesIn(project);
        boolean begunBefore = !standing.contains("startEvent_cancelRequested");

        assertThat(cancel(project)).contains(begunBefore ? "KEPT" : "DELIVERED");
        boolean committed = committed(project);
        if (committed) {
            spent.merge(BudgetLine.PRODUCT, usd(Routes.CANCEL_COST), Money::plus);
        }
        finish(project);

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(endsOf(project))
                .containsExactly(committed ? "endEvent_cancelledAfterCommit" : "endEvent_cancelledBeforeCommit");
        for (String table : RUNTIME_TABLES) {
            assertThat(left(table, project)).as(table).isZero();
        }
        assertThat(ledger.openHolds(project)).isEmpty();
        assertThat(ledger.positions(project))
                .allSatisfy(line -> assertThat(line.held()).isEqualTo(usd("0.00")));
        assertThat(spent(project)).isEqualTo(spent);
        assertThat(requests.of(project)).allMatch(request -> !request.isOpen());
        assertThat(files(project)).containsAll(files);
        assertThat(filesOfNoTask(project)).isEmpty();
        assertThat(linksOf(project)).doesNotContain(PortalLink.State.OPEN);
        assertThat(stillToBeSent(project)).isEmpty();
        if (!begunBefore) {
            assertThat(whoAndWhy(project)).isEqualTo("pm " + WHY);
        }
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
    }

    private void letPartiesIn(ProjectCode project) {
        for (Deliverable wanted : deliverables.of(project)) {
            OutsideParty lab = parties.put("Lab of " + project, Locale.ENGLISH, ZoneOffset.UTC, null);
            deliverables.brief(wanted.id(), lab, "", wanted.maxRounds(), "pm");
            links.issue(UUID.randomUUID(), wanted.id(), PortalLinks.MOST_DAYS, "pm");
        }
        assertThat(linksOf(project)).allMatch(PortalLink.State.OPEN::equals);
    }

    private List<PortalLink.State> linksOf(ProjectCode project) {
        return deliverables.of(project).stream()
                .flatMap(wanted -> links.of(wanted.id()).stream())
                .map(links::state)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"trio, message-by-its-manager", "ops, message-by-role"})
    void nobodyCancelsTheProjectOfAnother(String person, String refusal) {
        ProjectCode project = company.startedAt("userTask_planQuantities");

        assertThat(cancel(project, person)).contains(refusal);

        assertThat(company.open(project)).containsExactly("userTask_planQuantities");
    }

    /** As the project's manager does. */
    private String cancel(ProjectCode project) {
        return cancel(project, "pm");
    }

    private String cancel(ProjectCode project, String person) {
        return Visitor.program(port, person, DemoAccounts.PASSWORD)
                .send(
                        "POST",
                        "/api/projects/" + project + "/messages",
                        "application/json",
                        "application/json",
                        "{\"message\":\"project.cancelRequested\",\"content\":{\"reason\":\"" + WHY + "\"}}",
                        Map.of("Idempotency-Key", project + ":cancel"))
                .body();
    }

    /** What is left to do: money that is gone is answered for, the costs of cancelling are recorded and approved. */
    private void finish(ProjectCode project) {
        amazon.letAmazonFinish(project);
        company.decide(project, "APPROVE");
        if (company.open(project).contains("userTask_handleProblem")) {
            company.does(project, "userTask_handleProblem", "problemChoice", "BY_HAND");
        }
        routes.finishCancelling(project);
        company.decide(project, "APPROVE");
    }

    private boolean committed(ProjectCode project) {
        return ledger.entries(project).stream()
                .anyMatch(entry -> entry.type() == EntryType.COMMIT || entry.type() == EntryType.ACTUAL);
    }

    private Map<BudgetLine, Money> spent(ProjectCode project) {
        Map<BudgetLine, Money> spent = new HashMap<>();
        for (LinePosition line : ledger.positions(project)) {
            spent.put(line.line(), line.spent());
        }
        return spent;
    }

    private List<String> endsOf(ProjectCode project) {
        return jdbc().sql("""
                        select a.act_id_ from act_hi_actinst a join act_hi_procinst i on i.id_ = a.proc_inst_id_
                        where i.business_key_ = ? and i.proc_def_key_ = 'fba-inbound' and a.act_id_ like 'endEvent_cancelled%'""").param(project.value()).query(String.class).list();
    }

    private long left(String table, ProjectCode project) {
        return jdbc().sql("select count(*) from " + table + " where "
                        + (table.equals("act_ru_job") ? "process_instance_id_" : "proc_inst_id_")
                        + " in (select id_ from act_hi_procinst where business_key_ = ?)")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    private List<String> files(ProjectCode project) {
        return jdbc().sql("select id || sha256 from document where split_part(subject_id, '-S', 1) = ?")
                .param(project.value())
                .query(String.class)
                .list();
    }

    private List<String> filesOfNoTask(ProjectCode project) {
        return jdbc().sql("""
                        select name from document where split_part(subject_id, '-S', 1) = ?
                        and not exists (select 1 from act_hi_taskinst t where t.id_ = task_id)""").param(project.value()).query(String.class).list();
    }

    private List<String> stillToBeSent(ProjectCode project) {
        return jdbc().sql("""
                        select id || ' ' || kind from outbox where subject_code = ? and sent_at is null
                        and withdrawn_at is null and kind not in ('PROJECT_CANCELLED', 'APPROVAL_APPROVED')""").param(project.value()).query(String.class).list();
    }

    private String whoAndWhy(ProjectCode project) {
        return audit.entries("project", project.value(), 0, 500).stream()
                .filter(entry -> entry.action().equals("project.cancelRequested"))
                .map(entry -> entry.actor() + " " + (entry.content().contains(WHY) ? WHY : entry.content()))
                .findFirst()
                .orElse("nobody");
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    private static Money usd(String dollars) {
        return Money.parse(dollars, "USD");
    }
}
