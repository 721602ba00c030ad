package com.lianxing.process.fdacertification;

import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.OutsideFacts.Fact;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the last notice about a project said: of a detention, or of a rule that has changed. */
@Configuration(proxyBeanMethods = false)
class NoticeFacts {

    private final OutsideFacts facts;
    private final MessageSource messages;

    NoticeFacts(OutsideFacts facts, MessageSource messages) {
        this.facts = facts;
        this.messages = messages;
    }

    private record Named(String name, Text text) implements FormFacts {

        @Override
        public String markdown(FormView view, Reader reader) {
            return text.markdown(view, reader);
        }
    }

    @FunctionalInterface
    private interface Text {
        String markdown(FormView view, Reader reader);
    }

    @Bean
    FormFacts detentionFacts() {
        return new Named("detentionFacts", (view, reader) -> {
            FactLines lines = new FactLines(messages, reader);
            latest(FdaCertification.DETAINED, view).ifPresent(notice -> {
                notice.text("reference").ifPresent(number -> lines.line("fact.notice", Markdown.escape(number)));
                notice.text(FdaCertification.NOTICE_DUE_AT)
                        .map(OffsetDateTime::parse)
                        .ifPresent(due -> lines.line(
                                "fact.noticeDue",
                                BothClocks.text(due.toInstant(), FdaCertification.FDA, reader.language())));
            });
            return lines.markdown();
        });
    }

    @Bean
    FormFacts regulationFacts() {
        return new Named("regulationFacts", (view, reader) -> {
            FactLines lines = new FactLines(messages, reader);
            latest(FdaCertification.REGULATION_CHANGED, view).ifPresent(notice -> {
                notice.text("rule").ifPresent(rule -> lines.line("fact.changedRule", Markdown.escape(rule)));
                notice.text("reason").ifPresent(why -> lines.line("fact.changedWhy", Markdown.escape(why)));
            });
            return lines.markdown();
        });
    }

    private Optional<Fact> latest(String message, FormView view) {
        return view.projectCode().flatMap(code -> facts.latest(message, code));
    }
}
