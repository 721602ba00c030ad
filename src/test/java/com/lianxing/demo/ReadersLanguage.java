package com.lianxing.demo;

import com.microsoft.playwright.Frame;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page says in another language than its reader's. Names and texts that people entered are data and stay as
 * they are.
 */
final class ReadersLanguage {

    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");

    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}]|[A-Za-z]{3}");

    /** A word of English, unlike a code, a unit or an abbreviation. */
    private static final Pattern ENGLISH_WORD = Pattern.compile("(?<![\\w/.-])[A-Za-z]?[a-z]{3,}(?![\\w/-])");

    /** What is written alike in both languages: names of places, of products of others, and of our own. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "联星出海 Lianxing",
            "Lianxing",
            "Camunda Platform",
            "Amazon",
            "America/Los_Angeles",
            "America/New_York",
            "Asia/Shanghai");

    /** Visible texts, and what a screen reader or a hint says. */
    private static final String TEXTS = """
            () => {
              const texts = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (node.nodeType === Node.TEXT_NODE) {
                  const text = node.data.replace(/\\s+/g, ' ').trim();
                  if (text && node.parentElement.tagName !== 'NOSCRIPT' && seen(node.parentElement)) texts.push(text);
                } else if (seen(node)) {
                  for (const name of ['placeholder', 'title', 'aria-label']) {
                    const text = node.getAttribute(name)?.trim();
                    if (text) texts.push(text);
                  }
                }
              }
              return texts;
            }
            """;

    private final boolean chinese;
    private final List<String> data;

    /** @param data what people entered, and names */
    ReadersLanguage(boolean chinese, Collection<String> data) {
        this.chinese = chinese;
        // Words only, the longest first: what is short would be cut out of the middle of other words.
        this.data = Stream.concat(SAME_IN_BOTH.stream(), data.stream())
                .filter(text -> WORDS.matcher(text).find())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Texts of the page that are not the reader's. */
    List<String> foreignTexts(Frame page) {
        return ((List<?>) page.evaluate(TEXTS))
                .stream()
                        .map(String::valueOf)
                        .filter(this::isForeign)
                        .distinct()
                        .toList();
    }

    private boolean isForeign(String text) {
        String own = text;
        for (String known : data) {
            own = own.replace(known, " ");
        }
        // A Chinese sentence may hold English words; a text without any Chinese was not translated.
        return chinese
                ? !CHINESE.matcher(text).find() && ENGLISH_WORD.matcher(own).find()
                : CHINESE.matcher(own).find();
    }
}
