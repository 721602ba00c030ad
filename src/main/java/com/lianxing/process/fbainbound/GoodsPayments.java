package com.lianxing.process.fbainbound;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.approval.Decision;
import com.lianxing.costing.Payments;
import com.lianxing.costing.Payments.Payment;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.budgetapproval.BudgetRequests;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Payments to the supplier of the goods: one person prepares each, another releases it, and then it is posted against the
 * hold of the order.
 */
@Component
class GoodsPayments {

    private final Payments payments;
    private final BudgetRequests requests;
    private final ApprovalRequests approvals;
    private final ProjectSteps steps;

    GoodsPayments(Payments payments, BudgetRequests requests, ApprovalRequests approvals, ProjectSteps steps) {
        this.payments = payments;
        this.requests = requests;
        this.approvals = approvals;
        this.steps = steps;
    }

    /**
     * Asks for the release of what the submitted form says was prepared; nothing paid, nothing asked.
     *
     * @return whether anything is to be released
     * @throws Refusal if no confirmed rate turns the amount into US dollars
     */
    boolean request(DelegateExecution execution) {
        Money paid = FbaInbound.paid(execution);
        if (paid.isZero()) {
            return false;
        }
        requireRate(paid);
        String paper = FbaInbound.INVOICE_NO.in(execution) + " / " + FbaInbound.BANK_REFERENCE.in(execution);
        requests.askToPay(execution, ProjectProcess.project(execution), BudgetLine.PRODUCT, paid, paper);
        return true;
    }

    /**
     * Posts what was released, as it was asked for.
     *
     * @param step in which it was prepared
     * @param part of the price, such as {@code DEPOSIT}: with the invoice it names the entry
     * @throws Refusal if no confirmed rate turns the amount into US dollars
     */
    void post(DelegateExecution execution, String step, String part) {
        ProjectCode project = ProjectProcess.project(execution);
        ApprovalRequest released = approvals.require(BudgetRequests.REQUEST_ID.in(execution));
        String invoice = String.valueOf(
                steps.latest(project, step).orElseThrow().values().get(FbaInbound.INVOICE_NO.name()));
        Payment payment = new Payment(
                String.join(":", project.value(), part, invoice),
                project,
                BudgetLine.PRODUCT,
                released.original(),
                invoice,
                Mandate.approved(released.id(), released.requestedBy(), releasedBy(released)),
                part.toLowerCase(Locale.ROOT));
        if (payments.post(payment).isEmpty()) {
            throw noRate(released.original());
        }
    }

    private String releasedBy(ApprovalRequest released) {
        List<ApprovalStep> chain = approvals.chain(released.id());
        Decision last = Objects.requireNonNull(chain.get(chain.size() - 1).decision());
        return last.decidedBy();
    }

    private void requireRate(Money paid) {
        if (payments.charge(paid).isEmpty()) {
            throw noRate(paid);
        }
    }

    private static Refusal noRate(Money amount) {
        return Refusal.rule("RATE_MISSING", amount.currency().getCurrencyCode());
    }
}
