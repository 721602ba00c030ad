package com.lianxing.process.engine;

import java.util.Locale;

/** A text that stands beside a model or a form in both languages, not in a message catalogue. */
public record Bilingual(String en, String zh) {

    /** The same in both languages: a code, a number, a name. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    public String in(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }
}
