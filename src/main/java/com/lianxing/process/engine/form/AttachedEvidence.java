package com.lianxing.process.engine.form;

import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A step's evidence: files of its shipment, else of its project. What was attached to an earlier pass of the same step
 * proves nothing for this one: a second inspection needs its own report, each SKU its own clearance.
 */
@Component
public class AttachedEvidence implements EvidenceStatus {

    private final Documents documents;
    private final ObjectProvider<HistoryService> history;

    AttachedEvidence(Documents documents, ObjectProvider<HistoryService> history) {
        this.documents = documents;
        this.history = history;
    }

    @Override
    public boolean present(
            String kind, String taskId, String taskKey, String projectCode, @Nullable String shipmentId) {
        var files = shipmentId == null
                ? documents.list("project", projectCode, kind)
                : documents.list("shipment", shipmentId, kind);
        return files.stream().anyMatch(file -> counts(file, taskId, taskKey));
    }

    private boolean counts(Document file, String taskId, String taskKey) {
        String attachedTo = file.taskId();
        if (attachedTo == null || attachedTo.equals(taskId)) {
            return true;
        }
        HistoricTaskInstance other = history.getObject()
                .createHistoricTaskInstanceQuery()
                .taskId(attachedTo)
                .singleResult();
        return other != null && !other.getTaskDefinitionKey().equals(taskKey);
    }
}
