package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** A shipped decision table, asked as the engine asks it; remembers which of its rows a case has hit. */
final class TableUnderTest {

    private final String stem;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> covered = new TreeSet<>();
    private final List<String> hit = new ArrayList<>();

    TableUnderTest(String stem) {
        this.stem = stem;
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this::remember)));
        engine = configuration.buildEngine();
        decision = engine.parseDecision(stem, file());
    }

    @Nullable
    Object answer(Map<String, ? extends @Nullable Object> inputs) {
        VariableMap variables = Variables.createVariables();
        inputs.forEach(variables::putValue);
        hit.clear();
        return engine.evaluateDecisionTable(decision, variables)
                .getSingleResult()
                .getSingleEntry();
    }

    /** All that a collecting table answers. */
    Set<Object> answers(Map<String, ? extends @Nullable Object> inputs) {
        VariableMap variables = Variables.createVariables();
        inputs.forEach(variables::putValue);
        hit.clear();
        Set<Object> answers = new TreeSet<>();
        engine.evaluateDecisionTable(decision, variables)
                .forEach(row -> answers.add(Objects.requireNonNull(row.getSingleEntry())));
        return answers;
    }

    /** The case counts as the one of those rows of a collecting table, which give these answers. */
    void assertAllHit(Map<String, ? extends @Nullable Object> inputs, Set<?> answers, String... rules) {
        assertThat(answers(inputs)).as("%s of %s", stem, inputs).isEqualTo(answers);
        assertThat(hit).as("%s of %s", stem, inputs).containsExactly(rules);
        covered.addAll(Arrays.asList(rules));
    }

    /** The case counts as the one of that row. */
    void assertHit(Map<String, ? extends @Nullable Object> inputs, Object answer, String rule) {
        assertThat(answer(inputs)).as("%s of %s", stem, inputs).isEqualTo(answer);
        assertThat(hit).as("%s of %s", stem, inputs).containsExactly(rule);
        covered.add(rule);
    }

    void assertEveryRowHit() {
        Set<String> rows = new TreeSet<>();
        Dmn.readModelFromStream(file()).getModelElementsByType(Rule.class).forEach(row -> rows.add(row.getId()));
        rows.removeAll(covered);
        assertThat(rows).as("rows of %s without a case", stem).isEmpty();
    }

    static Map<String, @Nullable Object> but(
            Map<String, ? extends @Nullable Object> inputs, String input, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(inputs);
        changed.put(input, value);
        return changed;
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> hit.add(rule.getId()));
    }

    private InputStream file() {
        try {
            return Objects.requireNonNull(TableUnderTest.class.getResource("/processes/" + stem + ".dmn"), stem)
                    .openStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
