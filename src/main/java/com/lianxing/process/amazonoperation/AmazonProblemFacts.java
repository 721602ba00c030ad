package com.lianxing.process.amazonoperation;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonOperations;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was asked of Amazon, why it came to nothing, and Amazon's own words about it. */
@Component
class AmazonProblemFacts implements FormFacts {

    private final AmazonOperations operations;
    private final MessageSource messages;

    AmazonProblemFacts(AmazonOperations operations, MessageSource messages) {
        this.operations = operations;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "amazonProblem";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Optional<Attempt> attempt =
                Optional.ofNullable(view.work()).flatMap(work -> operations.find(work.processInstanceId()));
        view.variable(AmazonOperation.STEP)
                .ifPresent(step -> lines.line("fact.amazon.step", lines.text("fact.amazon.step." + step)));
        AmazonFailure.Kind kind = attempt.map(Attempt::failure).orElse(AmazonFailure.Kind.UNREACHABLE);
        lines.line("fact.amazon.failure." + kind.name());
        attempt.map(Attempt::problem).stream()
                .flatMap(String::lines)
                .forEach(line -> lines.item("fact.amazon.problem", Markdown.escape(line)));
        return lines.markdown();
    }
}
