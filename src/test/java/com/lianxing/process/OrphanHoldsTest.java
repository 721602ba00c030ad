package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.HoldRequest;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money that is held for a project which nobody works on any more is found, and told to people. */
@LianxingTest
class OrphanHoldsTest {

    @Autowired
    private InboundProjects inbound;

    @Autowired
    private OrphanHolds orphans;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Outbox outbox;

    private ProjectCode project;

    @BeforeEach
    void holdMoneyOfARunningProject() {
        inbound.enrolTheCompany();
        project = inbound.startedAt(
                "userTask_placeOrder", new LineAmount(BudgetLine.PRODUCT, Money.parse("1000.00", "USD")));
        ledger.hold(new HoldRequest(
                project + ":order",
                project,
                BudgetLine.PRODUCT,
                Charge.inDollars(Money.parse("250.00", "USD")),
                Mandate.approved("order", "purchasing", "manager"),
                "order"));
    }

    @Test
    void aHoldOfARunningProjectIsNoOrphan() {
        assertThat(found()).isEmpty();
    }

    @Test
    void aHoldIsFoundAndToldOnceWhenAnOperatorRemovesTheProcess() {
        runtime.deleteProcessInstance(inbound.instance(project), "by hand");

        assertThat(found()).singleElement().satisfies(hold -> {
            assertThat(hold.line()).isEqualTo(BudgetLine.PRODUCT);
            assertThat(hold.rest()).isEqualTo(Money.parse("250.00", "USD"));
        });

        orphans.report();
        orphans.report();

        for (String person : List.of("pm", "finance")) {
            assertThat(outbox.to(person, 1000))
                    .filteredOn(message -> message.subjectCode().equals(project.value()))
                    .filteredOn(message -> message.kind().equals("ORPHAN_HOLD"))
                    .singleElement()
                    .extracting(Notification::textEn)
                    .asString()
                    .contains("250.00 USD is still held on Product cost");
        }
    }

    @Test
    void whatWasGivenBackIsNoOrphan() {
        runtime.deleteProcessInstance(inbound.instance(project), "by hand");
        ledger.releaseAll(project, project + ":CLOSE", "finance");

        assertThat(found()).isEmpty();
    }

    private List<OrphanHolds.OrphanHold> found() {
        return orphans.find().stream()
                .filter(hold -> hold.project().equals(project))
                .toList();
    }
}
