package com.lianxing.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The files that Camunda Modeler edits: diagrams, decision tables, forms and their Chinese texts. */
record ModelFiles(Path processes, Path forms) {

    static final ModelFiles OF_THE_PRODUCT = new ModelFiles(Path.of("processes"), Path.of("forms"));

    private static final ObjectMapper JSON = new ObjectMapper();

    List<Path> diagrams() {
        return named(processes, ".bpmn");
    }

    List<Path> decisions() {
        return named(processes, ".dmn");
    }

    List<Path> formFiles() {
        return named(forms, ".form");
    }

    Set<String> stems(List<Path> files) {
        return files.stream().map(ModelFiles::stem).collect(Collectors.toSet());
    }

    /** Chinese names by process id and element id. */
    JsonNode names() {
        return json(processes.resolve("names.zh.json"));
    }

    JsonNode form(String id) {
        return json(forms.resolve(id + ".form"));
    }

    Path chineseOf(Path form) {
        return form.resolveSibling(stem(form) + ".zh.json");
    }

    static BpmnModelInstance diagram(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    static DmnModelInstance decision(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    /** The file's name up to its first dot. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> named(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
