package com.lianxing.project;

import java.util.regex.Pattern;

/** The number a project goes by everywhere, e.g. {@code FBA-US-2026-001}: generated, without gaps, never changed. */
public record ProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("^(FBA|FDA|BFS)-US-\\d{4}-\\d{3,}$");

    public ProjectCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("no project code: " + value);
        }
    }

    public static boolean isCode(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
