package com.lianxing.process.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Whether everything a person reads stands there in Chinese too. */
class TranslationCheck {

    static final String NAMES = "names.zh.json";

    private static final List<String> TEXTS = List.of("label", "description", "text", "dateLabel", "timeLabel");

    private final ObjectMapper json = new ObjectMapper();

    /** Names of a process, its user tasks and its start events, which stand in Tasklist. */
    void checkProcess(ModelFile file, Element root, Map<String, ModelFile> release, List<Finding> findings) {
        JsonNode names = read(release.get(NAMES)).path(file.stem());
        Xml.below(root)
                .filter(element -> List.of("bpmn:process", "bpmn:userTask").contains(Xml.name(element)))
                .map(element -> element.getAttribute("id"))
                .filter(id -> names.path(id).asText().isBlank())
                .forEach(id -> findings.add(Finding.of(file.name(), id, "release.nameMissing", NAMES)));
    }

    /** Every text of a form. */
    void checkForm(ModelFile file, Map<String, ModelFile> release, List<Finding> findings) {
        String name = file.stem() + ".zh.json";
        if (!release.containsKey(name)) {
            findings.add(Finding.of(file.name(), "", "release.fileMissing", name));
            return;
        }
        JsonNode chinese = read(release.get(name));
        checkComponents(name, read(file), chinese, findings);
    }

    private void checkComponents(String name, JsonNode parent, JsonNode chinese, List<Finding> findings) {
        for (JsonNode component : parent.path("components")) {
            String id = component.path("id").asText();
            JsonNode texts = chinese.path(id);
            TEXTS.stream()
                    .filter(property -> !component.path(property).asText().isBlank())
                    .filter(property -> texts.path(property).asText().isBlank())
                    .forEach(property -> findings.add(Finding.of(name, id, "release.textMissing", property)));
            for (JsonNode value : component.path("values")) {
                String option = value.path("value").asText();
                if (texts.path("options").path(option).asText().isBlank()) {
                    findings.add(Finding.of(name, id, "release.textMissing", "options." + option));
                }
            }
            checkComponents(name, component, chinese, findings);
        }
    }

    /** A file that cannot be read is found once, by {@link #checkFile}. */
    private JsonNode read(@Nullable ModelFile file) {
        return file == null ? MissingNode.getInstance() : checkFile(file).orElseGet(MissingNode::getInstance);
    }

    Optional<JsonNode> checkFile(ModelFile file) {
        try {
            return Optional.of(json.readTree(file.content()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
