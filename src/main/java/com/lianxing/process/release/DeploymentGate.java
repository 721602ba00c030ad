package com.lianxing.process.release;

import com.lianxing.process.engine.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Stands before the engine's own deployers: whoever may deploy may run code, unless every word of a deployment is on a
 * list. Says everything that is wrong at once, and lets nothing of a wrong deployment in.
 */
@Component
class DeploymentGate implements Deployer {

    private static final int LARGEST_BYTES = 2_000_000;
    private static final int MOST_FINDINGS = 50;

    private final BpmnCheck bpmn;
    private final DmnCheck dmn;
    private final FormCheck forms = new FormCheck();
    private final TranslationCheck translations = new TranslationCheck();

    DeploymentGate(DelegateBeans beans) {
        bpmn = new BpmnCheck(beans);
        dmn = new DmnCheck(beans);
    }

    /** Asked for each new deployment, and again when a node reads an old one, which passed before. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, ModelFile> release = new TreeMap<>();
        deployment
                .getResources()
                .forEach((name, resource) -> release.put(name, new ModelFile(name, resource.getBytes())));
        List<Finding> findings = check(release);
        if (deployment.getTenantId() != null) {
            findings.add(Finding.of("", "", "release.tenant"));
        }
        if (!findings.isEmpty()) {
            throw Refusal.fields(
                    "MODEL_REFUSED",
                    findings.stream().limit(MOST_FINDINGS).map(Finding::asError).toList(),
                    findings.size());
        }
    }

    /** Everything that is wrong with these files as one release; empty if nothing is. */
    List<Finding> check(Map<String, ModelFile> release) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Element> processes = new LinkedHashMap<>();
        for (ModelFile file : release.values()) {
            if (file.kind().isEmpty()) {
                findings.add(Finding.of(file.name(), "", "release.file"));
            } else if (file.content().length > LARGEST_BYTES) {
                findings.add(Finding.of(file.name(), "", "release.tooLarge", LARGEST_BYTES));
            } else {
                checkFile(file, release, processes, findings);
            }
        }
        processes.forEach((name, root) -> checkReferences(name, root, release, findings));
        return findings;
    }

    private void checkFile(
            ModelFile file, Map<String, ModelFile> release, Map<String, Element> processes, List<Finding> findings) {
        try {
            switch (file.kind().orElseThrow()) {
                case PROCESS -> {
                    Element root = Xml.parse(file.content());
                    processes.put(file.name(), root);
                    findings.addAll(bpmn.check(file, root));
                    translations.checkProcess(file, root, release, findings);
                }
                case DECISION -> findings.addAll(dmn.check(file, Xml.parse(file.content())));
                case FORM -> {
                    findings.addAll(forms.check(file));
                    translations.checkForm(file, release, findings);
                }
                case TRANSLATION -> {
                    if (translations.checkFile(file).isEmpty()) {
                        findings.add(Finding.of(file.name(), "", "release.unreadable", "JSON"));
                    }
                }
            }
        } catch (SAXException e) {
            findings.add(Finding.of(file.name(), "", "release.unreadable", String.valueOf(e.getMessage())));
        }
    }

    /** Bindings are "deployment": what a process calls must come with it. */
    private static void checkReferences(
            String name, Element root, Map<String, ModelFile> release, List<Finding> findings) {
        Stream.of(root).flatMap(Xml::below).forEach(element -> {
            require(name, element, "calledElement", ".bpmn", release, findings);
            require(name, element, "camunda:decisionRef", ".dmn", release, findings);
            require(name, element, "camunda:formRef", ".form", release, findings);
        });
    }

    private static void require(
            String file,
            Element element,
            String attribute,
            String ending,
            Map<String, ModelFile> release,
            List<Finding> findings) {
        String called = Xml.attribute(element, attribute);
        if (!called.isEmpty() && !release.containsKey(called + ending)) {
            findings.add(Finding.of(file, Xml.idOf(element), "release.fileMissing", called + ending));
        }
    }
}
