package com.lianxing.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The language of one page for a reader who has no account: set by whoever knows what the reader reads. */
public final class PageLanguage {

    private static final String ATTRIBUTE = PageLanguage.class.getName();

    private PageLanguage() {}

    public static void set(HttpServletRequest request, Locale language) {
        request.setAttribute(ATTRIBUTE, language);
    }

    public static Optional<Locale> of(HttpServletRequest request) {
        return Optional.ofNullable((Locale) request.getAttribute(ATTRIBUTE));
    }
}
