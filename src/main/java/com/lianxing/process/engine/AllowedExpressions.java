package com.lianxing.process.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every expression the engine ever evaluates, by shape: a name, a comparison of names with values, or one of a short
 * list word for word. Nothing here calls a method of its own choice, so an expression cannot reach Java.
 */
public final class AllowedExpressions {

    /** What a saved filter may hold. A week is 168 hours: days would be counted in the machine's own zone. */
    public static final Set<String> IN_FILTERS = Set.of(
            "${currentUser()}",
            "${currentUserGroups()}",
            "${now()}",
            "${dateTime().plusHours(168)}",
            "${dateTime().plusHours(168).toDate()}",
            "${dateTime().plusDays(7)}",
            "${dateTime().plusDays(7).toDate()}");

    /** How a call activity hands on the project code. */
    public static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private static final Pattern NAME = Pattern.compile("[#$]\\{\\s*([A-Za-z_]\\w*)\\s*}");
    private static final Pattern BODY = Pattern.compile("[#$]\\{([^{}]*)}");
    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<name>[A-Za-z_]\\w*)|\\d+(?:\\.\\d+)?|'[^'\\\\]*'"
            + "|\"[^\"\\\\]*\"|==|!=|<=|>=|<|>|&&|\\|\\||!|(?<open>\\()|\\)");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "true", "false", "null");

    private AllowedExpressions() {}

    /** Text without an expression is no business of ours. */
    public static boolean isText(String expression) {
        return !expression.contains("${") && !expression.contains("#{");
    }

    /** {@code ${name}}: a variable, or a bean where the caller says so. */
    public static boolean isName(String expression) {
        Matcher name = NAME.matcher(expression);
        return name.matches() && !OPERATORS.contains(name.group(1));
    }

    /** The name in {@code ${name}}. */
    public static String nameIn(String expression) {
        Matcher name = NAME.matcher(expression);
        if (!name.matches()) {
            throw new IllegalArgumentException("no name: " + expression);
        }
        return name.group(1);
    }

    /** Names, numbers, texts and comparisons, with {@code && || !} and brackets between them; no dot, no call. */
    public static boolean isCondition(String expression) {
        Matcher body = BODY.matcher(expression);
        if (!body.matches() || body.group(1).isBlank()) {
            return false;
        }
        Matcher token = TOKEN.matcher(body.group(1));
        String nameBefore = "";
        int end = 0;
        while (token.find() && token.start() == end) {
            end = token.end();
            if (token.group("open") != null && !nameBefore.isEmpty() && !OPERATORS.contains(nameBefore)) {
                return false;
            }
            if (!token.group().isBlank()) {
                nameBefore = token.group("name") == null ? "" : token.group("name");
            }
        }
        return end == body.group(1).length();
    }

    /** Blanks do not count. */
    public static boolean isForFilters(String expression) {
        return IN_FILTERS.contains(expression.replaceAll("\\s", ""));
    }

    /** Whether the engine may evaluate it at all. */
    public static boolean isAllowed(String expression) {
        return isText(expression)
                || isName(expression)
                || isCondition(expression)
                || isForFilters(expression)
                || expression.equals(BUSINESS_KEY);
    }
}
