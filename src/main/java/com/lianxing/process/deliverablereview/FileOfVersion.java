package com.lianxing.process.deliverablereview;

import com.lianxing.deliverable.Deliverables;
import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which file is the version: the last one attached where it was entered, else the project's last one that is none yet. */
@Component
class FileOfVersion {

    private final Documents documents;
    private final Deliverables deliverables;

    FileOfVersion(Documents documents, Deliverables deliverables) {
        this.documents = documents;
        this.deliverables = deliverables;
    }

    Optional<Document> enteredAt(String taskId, ProjectCode project) {
        return last(documents.attachedAt(taskId, DeliverableReview.EVIDENCE))
                .or(() -> last(documents.list(Projects.SUBJECT, project.value(), DeliverableReview.EVIDENCE).stream()
                        .filter(file -> !deliverables.isVersion(file.id()))
                        .toList()));
    }

    private static Optional<Document> last(List<Document> files) {
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
    }
}
