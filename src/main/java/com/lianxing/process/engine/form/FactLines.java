package com.lianxing.process.engine.form;

import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Markdown of the catalogue's sentences in one reader's language. */
public final class FactLines {

    private final StringBuilder markdown = new StringBuilder();
    private final MessageSource messages;
    private final Reader reader;

    public FactLines(MessageSource messages, Reader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    /** A paragraph. */
    public FactLines line(String messageKey, Object... args) {
        markdown.append('\n').append(text(messageKey, args)).append("\n\n");
        return this;
    }

    /** A point of a list. */
    public FactLines item(String messageKey, Object... args) {
        markdown.append("- ").append(text(messageKey, args)).append('\n');
        return this;
    }

    /** A word or sentence to be put into another. */
    public String text(String messageKey, Object... args) {
        return messages.getMessage(messageKey, args, reader.language());
    }

    public static String amount(Money money) {
        return String.format(Locale.ROOT, "%s %,.2f", money.currency().getCurrencyCode(), money.amount());
    }

    public String markdown() {
        return markdown.toString().strip();
    }
}
