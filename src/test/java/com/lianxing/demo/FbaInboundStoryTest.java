package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.audit.AuditVerifier;
import com.lianxing.calendar.MovableClock;
import com.lianxing.inbound.LandedCosts;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetTotal;
import com.lianxing.money.Money;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.SupplierScores;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One project from its start form to the shelf; then ledger, audit and landed cost agree. */
@LianxingTest
class FbaInboundStoryTest {

    @Autowired
    private SupplierScores scores;

    @Autowired
    private Stories stories;

    @Autowired
    private WorkList work;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Projects projects;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private LandedCosts landedCosts;

    @Autowired
    private AuditVerifier verifier;

    @LocalServerPort
    private int port;

    private ProjectPlayer player;

    @BeforeEach
    void enrolTheCompany() {
        stories.enrolTheCompany();
        player = stories.player();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void aProjectRunsFromItsStartFormToTheShelf() {
        StepValues.Story story = stories.tell("故事 Story of one project");
        ProjectCode project = player.start(story);

        player.play(project, story, Set.of());

        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSED_SUCCESS);
        assertThat(projects.milestones(project))
                .extracting(Milestone::key)
                .containsExactly(
                        "PLAN_APPROVED",
                        "GOODS_READY",
                        "INBOUND_PLAN_CONFIRMED",
                        "DEPARTED",
                        "CUSTOMS_RELEASED",
                        "RECEIVED",
                        "SETTLED");
        assertThat(scores.of(List.of(UUID.fromString(story.supplierId()))).values())
                .singleElement()
                .satisfies(score -> assertThat(score.projects()).isPositive());
        BudgetTotal total = ledger.total(project);
        assertThat(total.held()).isEqualTo(Money.parse("0.00", "USD"));
        Money landed = landedCosts.of(project).stream()
                .map(LandedCosts.Share::cost)
                .reduce(Money.zero(total.spent().currency()), Money::plus);
        assertThat(landed).isEqualTo(total.spent());
        // 54,000 + 126,000 CNY at 0.14, two freights, the placement fee, two customs statements.
        assertThat(total.spent()).isEqualTo(Money.parse("35160.80", "USD"));
        assertThat(verifier.verify("project", project.value()).findings()).isEmpty();
        for (String reader : List.of("pm", "manager")) {
            Visitor visitor = Visitor.person(port, reader, DemoAccounts.PASSWORD);
            assertThat(visitor.get("/projects/" + project).body()).contains("35,160.80");
        }
    }

    @Test
    void aProjectBeforeItsBudgetWaitsForTheFreightQuotesAndHoldsNothing() {
        StepValues.Story story = stories.tell("取消 Cancelled early");
        ProjectCode project = player.start(story);
        player.play(project, story, Set.of("userTask_planFreight"));

        List<WorkItem> before = work.open(project);

        assertThat(before).extracting(WorkItem::step).containsExactly("userTask_planFreight");
        assertThat(ledger.entries(project)).isEmpty();
    }
}
