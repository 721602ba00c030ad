package com.lianxing.process.release;

import com.lianxing.access.Role;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.AllowedExpressions;
import com.lianxing.project.LinkKind;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a value in a model must be. The catalogue says per check what to write: {@code release.value.<name>}. */
enum ValueCheck {
    /** Text in which the engine finds nothing to evaluate. */
    PLAIN("plain", AllowedExpressions::isText),
    /** {@code ${name}} of a process variable. */
    NAME("name", AllowedExpressions::isName),
    NAME_OR_TEXT("nameOrText", text -> AllowedExpressions.isText(text) || AllowedExpressions.isName(text)),
    CONDITION("condition", AllowedExpressions::isCondition),
    DELEGATE("delegate", (text, beans) -> beans.isDelegate(text)),
    LISTENER("listener", (text, beans) -> beans.isListener(text)),
    DEPLOYMENT("deployment", "deployment"::equals),
    EXTERNAL("external", "external"::equals),
    /** Listeners look on: what validates or decides is a rule of the form, a step or a guard. */
    TIMEOUT("timeout", "timeout"::equals),
    MAPPING("mapping", List.of("singleEntry", "singleResult", "collectEntries", "resultList")::contains),
    FORMAL("formal", text -> text.endsWith("tFormalExpression")),
    IDENTIFIER("identifier", Patterns.IDENTIFIER),
    BUSINESS_KEY("businessKey", AllowedExpressions.BUSINESS_KEY::equals),
    GROUPS("groups", ValueCheck::areGroups),
    GROUPS_OR_NAME("groupsOrName", text -> areGroups(text) || AllowedExpressions.isName(text)),
    /** How long from now, or a Date variable: a date in the model would be read in the machine's own zone. */
    DUE("due", text -> Patterns.DURATION.test(text) || AllowedExpressions.isName(text)),
    /** Without end: of a counted one the engine leaves out what fell due while it stood still, and then it is over. */
    CYCLE("cycle", text -> Patterns.ENDLESS.test(text) || AllowedExpressions.isName(text)),
    RETRIES("retries", text -> Arrays.stream(text.split(",")).allMatch(part -> Patterns.CYCLE.test(part.strip()))),
    DAYS("days", Patterns.DAYS),
    COUNT("count", Patterns.COUNT),
    DEADLINE_KIND(
            "deadlineKind",
            text -> Arrays.stream(DeadlineKind.values())
                    .anyMatch(kind -> kind.name().equals(text))),
    PLAN_UNIT("planUnit", Set.of("WORKING_DAY", "CALENDAR_DAY", "HOUR")::contains),
    PLAN_PLACE("planPlace", Set.of("CHINA", "US")::contains),
    TIMES("times", Patterns.TIMES),
    LINK_KINDS("linkKinds", ValueCheck::areLinkKinds),
    DUE_BY("dueBy", "PLAN"::equals),
    TRUE("true", "true"::equals),
    ZONE("zone", ZoneId.getAvailableZoneIds()::contains),
    SPAN("span", Patterns.SPAN),
    SPANS("spans", text -> Arrays.stream(text.split(",")).allMatch(part -> Patterns.SPAN.test(part.strip()))),
    COUNT_OR_NAME("countOrName", text -> Patterns.COUNT.test(text) || AllowedExpressions.isName(text)),
    FEEL("feel", Patterns.FEEL),
    /** FEEL could call Java by this word; the engine has it switched off, and here it cannot be written. */
    FEEL_TEXT("feelText", text -> AllowedExpressions.isText(text) && !Patterns.JAVA_CALL.test(text));

    private static class Patterns {
        static final Predicate<String> IDENTIFIER =
                Pattern.compile("[A-Za-z_]\\w*").asMatchPredicate();
        static final Predicate<String> DURATION =
                Pattern.compile("P(?=[\\dT])(\\d+[YMWD])*(T(\\d+[HMS])+)?").asMatchPredicate();
        static final Predicate<String> CYCLE = Pattern.compile("R\\d*/P(?=[\\dT])(\\d+[YMWD])*(T(\\d+[HMS])+)?")
                .asMatchPredicate();
        static final Predicate<String> ENDLESS =
                Pattern.compile("R/P(?=[\\dT])(\\d+[YMWD])*(T(\\d+[HMS])+)?").asMatchPredicate();
        /** Of exact length: days and hours, no months. */
        static final Predicate<String> SPAN =
                Pattern.compile("P(?=[\\dT])(\\d{1,3}D)?(T\\d{1,3}H)?").asMatchPredicate();

        static final Predicate<String> JAVA_CALL =
                Pattern.compile("\\bexternal\\s*\\{").asPredicate();
        static final Predicate<String> DAYS = Pattern.compile("P\\d+D").asMatchPredicate();
        static final Predicate<String> TIMES = Pattern.compile("[1-9]\\d?").asMatchPredicate();
        static final Predicate<String> COUNT = Pattern.compile("\\d{1,4}").asMatchPredicate();
        static final Predicate<String> FEEL = Pattern.compile(
                        "feel|https?://www\\.omg\\.org/spec/(DMN/\\d+/FEEL/|FEEL/\\d+)")
                .asMatchPredicate();
    }

    private final String key;
    private final BiPredicate<String, DelegateBeans> check;

    ValueCheck(String key, Predicate<String> check) {
        this(key, (text, beans) -> check.test(text));
    }

    ValueCheck(String key, BiPredicate<String, DelegateBeans> check) {
        this.key = key;
        this.check = check;
    }

    static ValueCheck of(String key) {
        return Arrays.stream(values())
                .filter(check -> check.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such check: " + key));
    }

    boolean accepts(String value, DelegateBeans beans) {
        return check.test(value, beans);
    }

    String messageKey() {
        return "release.value." + key;
    }

    private static boolean areLinkKinds(String text) {
        Set<String> kinds = Arrays.stream(LinkKind.values()).map(Enum::name).collect(Collectors.toSet());
        return Arrays.stream(text.split(",")).map(String::strip).allMatch(kinds::contains);
    }

    private static boolean areGroups(String text) {
        return Arrays.stream(text.split(",")).allMatch(id -> Role.of(id.strip()).isPresent());
    }
}
