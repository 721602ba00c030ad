package com.lianxing.process.release;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** What a decision table must be beyond its vocabulary. */
class DmnCheck {

    private final XmlCheck xml;

    DmnCheck(DelegateBeans beans) {
        xml = new XmlCheck(Vocabulary.read("dmn"), beans);
    }

    List<Finding> check(ModelFile file, Element root) {
        List<Finding> findings = new ArrayList<>(xml.check(file.name(), root));
        List<Element> decisions = Xml.below(root, "dmn:decision").toList();
        if (decisions.size() != 1 || !decisions.get(0).getAttribute("id").equals(file.stem())) {
            findings.add(Finding.of(file.name(), "", "release.oneDecision", file.stem()));
        }
        return findings;
    }
}
