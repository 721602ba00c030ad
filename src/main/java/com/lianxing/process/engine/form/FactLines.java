package com.lianxing.process.engine.form;

import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
        return paragraph(text(messageKey, args));
    }

    /** A paragraph that is Markdown already. */
    public FactLines paragraph(String text) {
        markdown.append('\n').append(text).append("\n\n");
        return this;
    }

    /** A point of a list. */
    public FactLines item(String messageKey, Object... args) {
        markdown.append("- ").append(text(messageKey, args)).append('\n');
        return this;
    }

    /** A point below the last one. */
    public FactLines inner(String messageKey, Object... args) {
        markdown.append("  - ").append(text(messageKey, args)).append('\n');
        return this;
    }

    /** @param rows the first one is the head */
    public FactLines table(List<List<String>> rows) {
        markdown.append('\n').append(row(rows.get(0)));
        markdown.append(row(rows.get(0).stream().map(cell -> "---").toList()));
        rows.subList(1, rows.size()).forEach(cells -> markdown.append(row(cells)));
        markdown.append('\n');
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
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
