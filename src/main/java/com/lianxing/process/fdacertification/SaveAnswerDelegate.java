package com.lianxing.process.fdacertification;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.Filings;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.OutsideFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_saveAnswer}: what the FDA answered, as it was reported or as a person read it; what a person read
 * becomes the fact, so that a report that arrives later finds it known.
 */
@Component
class SaveAnswerDelegate implements JavaDelegate {

    private static final Var<String> ANSWER = Var.string("fdaAnswer");
    private static final Var<String> ANSWERED_ON = Var.string("answeredOn");
    private static final Var<String> NOTE = Var.string("answerNote");
    private static final Map<String, Filings.Kind> REPORTED = Map.of(
            FdaCertification.ACKNOWLEDGED, Filings.Kind.ACKNOWLEDGED,
            FdaCertification.REFUSED_TO_ACCEPT, Filings.Kind.REFUSED_TO_ACCEPT,
            FdaCertification.HELD_FOR_INFORMATION, Filings.Kind.HELD);

    private final OutsideFacts facts;
    private final Filings filings;
    private final Certifications certifications;
    private final ActingPerson actor;

    SaveAnswerDelegate(OutsideFacts facts, Filings filings, Certifications certifications, ActingPerson actor) {
        this.facts = facts;
        this.filings = filings;
        this.certifications = certifications;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String filing = FdaCertification.FILING_ID.in(execution);
        String seen = FdaCertification.ANSWER_SEEN.in(execution);
        Filings.Kind answer = facts.latest(FdaCertification.ANSWERS, filing)
                .filter(fact -> !fact.id().equals(seen))
                .map(fact -> reported(execution, filing, fact))
                .orElseGet(() -> read(execution, filing));
        FdaCertification.FILING_ANSWER.setLocal(execution, meaning(execution, filing, answer));
    }

    private Filings.Kind reported(DelegateExecution execution, String filing, OutsideFacts.Fact fact) {
        Filings.Kind answer = Optional.ofNullable(REPORTED.get(fact.message()))
                .orElseGet(() -> Filings.Kind.valueOf(fact.text("decision").orElseThrow()));
        filings.note(filing, answer, fact.at(), fact.text("note").orElse(""), fact.reportedBy());
        FdaCertification.ANSWER_SEEN.setLocal(execution, fact.id());
        return answer;
    }

    private Filings.Kind read(DelegateExecution execution, String filing) {
        Filings.Kind answer = Filings.Kind.valueOf(ANSWER.in(execution));
        String id = "task:" + execution.getActivityInstanceId();
        Instant at = FdaCertification.dayOfFda(ANSWERED_ON.in(execution));
        String message = REPORTED.entrySet().stream()
                .filter(known -> known.getValue() == answer)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FdaCertification.DECIDED);
        String content = CanonicalJson.of(Map.of("decision", answer.name()));
        facts.keep(id, ProjectProcess.project(execution), message, filing, content, actor.id(), at);
        filings.note(filing, answer, at, NOTE.in(execution), actor.id());
        FdaCertification.ANSWER_SEEN.setLocal(execution, id);
        return answer;
    }

    /** A registration is done once it is acknowledged; a clearance is only under review by then. */
    private String meaning(DelegateExecution execution, String filing, Filings.Kind answer) {
        Paths paths = certifications.requirePaths(ProjectProcess.project(execution));
        boolean reviewed = paths.isReviewed(filings.require(filing).path());
        return switch (answer) {
            case ACKNOWLEDGED -> reviewed ? "UNDER_REVIEW" : "GRANTED";
            case REFUSED_TO_ACCEPT -> "REFUSED";
            case HELD -> "HELD";
            case GRANTED -> "GRANTED";
            case NOT_GRANTED -> "NOT_GRANTED";
            case SUBMITTED, ANSWERED, WITHDRAWN -> throw new IllegalStateException("the FDA does not answer " + answer);
        };
    }
}
