package com.lianxing.process.dealsubmission;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.calendar.Clock;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveDealAnswer}: what the channel answered, as it was reported or as a person read it; what a person read becomes the fact. */
@Component
class SaveDealAnswerDelegate implements JavaDelegate {

    private static final Var<String> READ = Var.string("channelAnswer");
    private static final Var<String> NOTE = Var.string("answerNote");
    private static final Map<String, DealState> STATES = Map.of(
            DealSubmission.ACCEPTED, DealState.ACCEPTED,
            DealSubmission.REJECTED, DealState.REJECTED,
            DealSubmission.CHANGED, DealState.CHANGED);

    private final OutsideFacts facts;
    private final Deals deals;
    private final DealFees fees;
    private final Clock clock;
    private final ActingPerson actor;

    SaveDealAnswerDelegate(OutsideFacts facts, Deals deals, DealFees fees, Clock clock, ActingPerson actor) {
        this.facts = facts;
        this.deals = deals;
        this.fees = fees;
        this.clock = clock;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        String deal = DealSubmission.DEAL_ID.in(execution);
        String seen = DealSubmission.ANSWER_SEEN.in(execution);
        OutsideFacts.Fact answer = facts.latest(DealSubmission.ANSWERS, deal)
                .filter(fact -> !fact.id().equals(seen))
                .orElseGet(() -> read(execution, project, deal));
        DealState state = STATES.get(answer.message());
        deals.note(
                execution.getActivityInstanceId(),
                project,
                deal,
                Objects.requireNonNull(state),
                answer.text("note").orElse(""),
                answer.reportedBy());
        DealSubmission.ANSWER_SEEN.set(execution, answer.id());
        DealSubmission.ANSWER.set(execution, state.name());
        if (state == DealState.REJECTED) {
            fees.release(project, deal);
        }
    }

    private OutsideFacts.Fact read(DelegateExecution execution, ProjectCode project, String deal) {
        DealState read = DealState.valueOf(READ.in(execution));
        String message = STATES.entrySet().stream()
                .filter(known -> known.getValue() == read)
                .findFirst()
                .orElseThrow()
                .getKey();
        String content = CanonicalJson.of(Map.of("note", NOTE.find(execution).orElse("")));
        facts.keep(
                "task:" + execution.getActivityInstanceId(), project, message, deal, content, actor.id(), clock.now());
        return facts.latest(DealSubmission.ANSWERS, deal).orElseThrow();
    }
}
