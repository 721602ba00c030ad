package com.lianxing.process.budgetapproval;

import com.lianxing.money.Money;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.Markdown;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** Markdown in one reader's language, written line by line. What people entered is passed through {@link #said}. */
final class FactText {

    private final StringBuilder markdown = new StringBuilder();
    private final MessageSource texts;
    private final Reader reader;

    FactText(MessageSource texts, Reader reader) {
        this.texts = texts;
        this.reader = reader;
    }

    Reader reader() {
        return reader;
    }

    MessageSource texts() {
        return texts;
    }

    String text(String key, Object... args) {
        return texts.getMessage(key, args, reader.language());
    }

    String amount(Money money) {
        return RequestText.amount(money, reader.language());
    }

    String said(String entered) {
        return Markdown.escape(entered);
    }

    FactText line(String key, Object... args) {
        markdown.append(text(key, args)).append("\n\n");
        return this;
    }

    /** @param rows the first one is the head */
    FactText table(List<List<String>> rows) {
        markdown.append(row(rows.get(0)));
        markdown.append(row(rows.get(0).stream().map(cell -> "---").toList()));
        rows.subList(1, rows.size()).forEach(cells -> markdown.append(row(cells)));
        markdown.append('\n');
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @Override
    public String toString() {
        return markdown.toString().strip();
    }
}
