package com.lianxing.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/** What a decision table must keep: FEEL, typed columns, a reason on every row, and an answer for whatever comes. */
final class DecisionRules {

    /** One answer, or all that hold, as a set. */
    private static final Set<HitPolicy> ANSWERING = EnumSet.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.COLLECT);

    private static final Set<String> TYPES = Set.of("string", "long", "boolean");

    private DecisionRules() {}

    /** @param variables that the processes asking this table declare */
    static List<String> faults(String stem, DmnModelInstance model, Map<String, Class<?>> variables) {
        List<String> faults = new ArrayList<>();
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.size() != 1
                || decisions.stream().noneMatch(decision -> decision.getId().equals(stem))) {
            faults.add(stem + " should hold one decision, called like its file");
        }
        for (Decision decision : decisions) {
            if (isBlank(decision.getCamundaHistoryTimeToLiveString())) {
                faults.add(decision.getId() + " has no historyTimeToLive");
            }
        }
        languages(model, faults);
        model.getModelElementsByType(DecisionTable.class).forEach(table -> table(table, variables, faults));
        return faults;
    }

    /** The type of what the table answers, a set where it collects; an ill-typed one is reported by {@link #faults}. */
    static Class<?> answer(DmnModelInstance model) {
        boolean collects = model.getModelElementsByType(DecisionTable.class).stream()
                .anyMatch(table -> table.getHitPolicy() == HitPolicy.COLLECT);
        if (collects) {
            return Set.class;
        }
        return switch (model.getModelElementsByType(Output.class)
                .iterator()
                .next()
                .getTypeRef()) {
            case "long" -> Long.class;
            case "boolean" -> Boolean.class;
            default -> String.class;
        };
    }

    private static void languages(DmnModelInstance model, List<String> faults) {
        model.getModelElementsByType(LiteralExpression.class)
                .forEach(expression -> language(expression.getId(), expression.getExpressionLanguage(), faults));
        model.getModelElementsByType(UnaryTests.class)
                .forEach(tests -> language(tests.getId(), tests.getExpressionLanguage(), faults));
    }

    private static void language(String id, @Nullable String language, List<String> faults) {
        if (language != null && !language.equalsIgnoreCase("feel")) {
            faults.add(id + " speaks " + language + ", not FEEL");
        }
    }

    private static void table(DecisionTable table, Map<String, Class<?>> variables, List<String> faults) {
        for (Input input : table.getInputs()) {
            String name = text(input.getInputExpression().getText());
            String type = input.getInputExpression().getTypeRef();
            for (String word : name.split("[^A-Za-z]+")) {
                if (!variables.containsKey(word)) {
                    faults.add(input.getId() + " reads " + word + ", which nothing declares");
                }
            }
            Class<?> known = variables.get(name);
            if (known != null && !known.getSimpleName().equalsIgnoreCase(type)) {
                faults.add(input.getId() + " reads " + name + " as " + type + ", and it is " + known.getSimpleName());
            }
            if (isBlank(input.getLabel())) {
                faults.add(input.getId() + " has no label");
            }
        }
        for (Output output : table.getOutputs()) {
            if (isBlank(output.getLabel()) || !TYPES.contains(text(output.getTypeRef()))) {
                faults.add(output.getId() + " should have a label and a type of string, long or boolean");
            }
        }
        List<Rule> rules = List.copyOf(table.getRules());
        for (Rule rule : rules) {
            if (rule.getDescription() == null || isBlank(rule.getDescription().getTextContent())) {
                faults.add(rule.getId() + " does not say why");
            }
        }
        boolean open = rules.isEmpty()
                || !rules.get(rules.size() - 1).getInputEntries().stream().allMatch(DecisionRules::isAny);
        if (table.getHitPolicy() == HitPolicy.FIRST && open) {
            faults.add(table.getId() + " has no last row for everything else");
        } else if (!ANSWERING.contains(table.getHitPolicy()) || table.getAggregation() != null) {
            faults.add(table.getId() + " may answer more than once");
        }
    }

    private static boolean isAny(InputEntry entry) {
        String tests = text(entry.getText()).strip();
        return tests.isEmpty() || tests.equals("-");
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
