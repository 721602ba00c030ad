package com.lianxing.process.engine.form;

/** Text that people entered, inside the markdown of a form. */
public final class Markdown {

    private Markdown() {}

    /** Shows the text as it is: no markdown, no HTML, no form-js template, no line of its own. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (c < 128 && !Character.isLetterOrDigit(c) && c != ' ') {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
