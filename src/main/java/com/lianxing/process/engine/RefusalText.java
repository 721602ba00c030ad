package com.lianxing.process.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The sentences of a {@link Refusal} in a reader's language. */
@Component
public class RefusalText {

    private final MessageSource messages;

    RefusalText(MessageSource messages) {
        this.messages = messages;
    }

    /** What happened and what to do, each blamed field on its own line. */
    public String sentence(Refusal refusal, Locale language) {
        String sentence = text("refusal." + refusal.rule(), refusal.args(), language);
        if (refusal.fields().isEmpty()) {
            return sentence;
        }
        return refusal.fields().stream()
                .map(error -> "\n" + error.label().in(language) + messages.getMessage("refusal.colon", null, language)
                        + field(error, language))
                .collect(Collectors.joining("", sentence, ""));
    }

    /** What is wrong with one field. */
    public String field(Refusal.FieldError error, Locale language) {
        return text(error.messageKey(), error.args(), language);
    }

    private String text(String key, List<Object> args, Locale language) {
        Object[] inLanguage = args.stream()
                .map(arg -> arg instanceof Bilingual text ? text.in(language) : arg)
                .toArray();
        return messages.getMessage(key, inLanguage, language);
    }
}
