package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an approver reads before deciding: what is asked and why, the money before and after, who else decides. */
@Component
class DecisionFacts implements FormFacts {

    private final ApprovalRequests approvals;
    private final RequestFacts request;
    private final MoneyFacts money;
    private final ChainFacts chain;
    private final MessageSource texts;

    DecisionFacts(
            ApprovalRequests approvals, RequestFacts request, MoneyFacts money, ChainFacts chain, MessageSource texts) {
        this.approvals = approvals;
        this.request = request;
        this.money = money;
        this.chain = chain;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "budgetFacts";
    }

    @Override
    public String formId() {
        return BudgetApproval.DECIDE_FORM;
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        Work work = view.work();
        if (work == null) {
            return "";
        }
        ApprovalRequest asked = approvals.ofInstance(work.processInstanceId()).orElseThrow();
        FactText text = new FactText(texts, reader);
        request.write(asked, text);
        money.write(asked, text);
        chain.write(asked, text);
        return text.toString();
    }
}
