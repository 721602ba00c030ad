package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.process.DiagramRules.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that Camunda Modeler edits; and that each rule sees the file made to break it. */
class ProcessModelTest {

    private static final ModelFiles FILES = ModelFiles.OF_THE_PRODUCT;

    static List<Path> diagrams() {
        return FILES.diagrams();
    }

    static List<Path> decisions() {
        return FILES.decisions();
    }

    static List<Path> forms() {
        return FILES.formFiles();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramNamesOnlyWhatIsThere(Path file) {
        Surroundings around = new Surroundings(
                Declared.delegates(),
                FILES.stems(FILES.diagrams()),
                FILES.stems(FILES.decisions()),
                FILES.stems(FILES.formFiles()),
                FILES.names());
        assertThat(DiagramRules.faults(ModelFiles.stem(file), ModelFiles.diagram(file), around))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramReadsOnlyDeclaredVariables(Path file) throws IOException {
        assertThat(VariableRules.faults(
                        ModelFiles.stem(file),
                        ModelFiles.diagram(file),
                        Files.readString(file),
                        FILES::form,
                        Declared::variables,
                        id -> DecisionRules.answer(
                                ModelFiles.decision(FILES.processes().resolve(id + ".dmn")))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramIsReadable(Path file) {
        assertThat(DiagramLayout.faults(ModelFiles.diagram(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionAnswersWhateverComes(Path file) {
        String id = ModelFiles.stem(file);
        assertThat(DecisionRules.faults(id, ModelFiles.decision(file), variablesAskedWith(id)))
                .isEmpty();
    }

    private static Map<String, Class<?>> variablesAskedWith(String decisionId) {
        Map<String, Class<?>> variables = new TreeMap<>();
        FILES.diagrams().stream()
                .filter(file -> ModelFiles.diagram(file).getModelElementsByType(BusinessRuleTask.class).stream()
                        .anyMatch(task -> decisionId.equals(task.getCamundaDecisionRef())))
                .forEach(file -> variables.putAll(Declared.variables(ModelFiles.stem(file))));
        return variables;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsCompleteInBothLanguages(Path file) {
        assertThat(FormFileRules.faults(
                        ModelFiles.stem(file), ModelFiles.json(file), ModelFiles.json(FILES.chineseOf(file))))
                .isEmpty();
    }

    @Test
    void everyFormAndDecisionIsUsed() {
        List<BpmnModelInstance> models =
                FILES.diagrams().stream().map(ModelFiles::diagram).toList();
        Set<String> forms = models.stream().flatMap(VariableRules::formsOf).collect(Collectors.toSet());
        Set<String> decisions = models.stream()
                .flatMap(model -> model.getModelElementsByType(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .collect(Collectors.toSet());

        assertThat(FILES.stems(FILES.formFiles())).isEqualTo(forms);
        assertThat(FILES.stems(FILES.decisions())).isEqualTo(decisions);
    }
}
