package com.lianxing.process.fdacertification;

import com.lianxing.certification.ComplianceLookup;
import com.lianxing.certification.ComplianceLookup.Answer;
import com.lianxing.certification.RegistryChecks;
import com.lianxing.certification.RegistryQuestions;
import com.lianxing.certification.RegistryQuestions.Question;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookUpNumbers}: asks the FDA's public data for each number they know, for the product code of a device
 * and for recalls of the factories, and keeps the answers as evidence. It never holds the process up: where nobody answers,
 * whatever the cause, that is what the checking person reads, and
 * the numbers after it are not asked for.
 */
@Component
class LookUpNumbers implements OutsideWork {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpNumbers.class);

    /** Kind of the files. */
    static final String EVIDENCE = "FDA_PUBLIC_DATA";

    private final RegistryQuestions questions;
    private final ComplianceLookup lookup;
    private final RegistryChecks checks;
    private final Documents documents;

    LookUpNumbers(RegistryQuestions questions, ComplianceLookup lookup, RegistryChecks checks, Documents documents) {
        this.questions = questions;
        this.lookup = lookup;
        this.checks = checks;
        this.documents = documents;
    }

    @Override
    public String topic() {
        return "openfda.lookUpNumbers";
    }

    @Override
    public OutsideResult perform(OutsideTask task) {
        ProjectCode project = new ProjectCode(task.projectCode());
        Optional<String> silence = Optional.empty();
        for (Question question : questions.of(project)) {
            if (silence.isEmpty()) {
                silence = ask(project, question);
            }
            silence.ifPresent(why -> checks.keep(project, question, Optional.empty(), why));
        }
        return OutsideResult.done();
    }

    /** @return why there is no answer to keep, for this number and those after it; empty if there is */
    private Optional<String> ask(ProjectCode project, Question question) {
        try {
            Answer answer = lookup.find(question.register(), question.term());
            if (answer instanceof Answer.Unavailable unavailable) {
                return Optional.of(unavailable.why());
            }
            Answer.Found found = (Answer.Found) answer;
            if (!keep(project, question, found)) {
                return Optional.of("not kept");
            }
            checks.keep(project, question, Optional.of(found.hits()), found.source());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} was not looked up: {}", question, e.toString());
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private boolean keep(ProjectCode project, Question question, Answer.Found found) {
        StoreResult kept = documents.store(
                Projects.SUBJECT,
                project.value(),
                EVIDENCE,
                "openFDA-" + question.register() + "-" + question.term() + ".txt",
                new ByteArrayInputStream((found.source() + "\n\n" + found.content()).getBytes(StandardCharsets.UTF_8)),
                ActingPerson.SYSTEM);
        return kept instanceof StoreResult.Stored;
    }
}
