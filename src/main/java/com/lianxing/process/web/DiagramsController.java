package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.process.Diagrams;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The BPMN that a project runs on; the reader's rights on the process definition decide. */
@RestController
class DiagramsController {

    private final Diagrams diagrams;
    private final CurrentPerson reader;

    DiagramsController(Diagrams diagrams, CurrentPerson reader) {
        this.diagrams = diagrams;
        this.reader = reader;
    }

    @GetMapping(path = "/api/diagrams/{processDefinitionId}", produces = MediaType.APPLICATION_XML_VALUE)
    String bpmn(@PathVariable String processDefinitionId) {
        return diagrams.xml(processDefinitionId, reader.require().language());
    }
}
