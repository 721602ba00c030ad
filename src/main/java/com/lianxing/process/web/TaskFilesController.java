package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.deliverable.ActorNames;
import com.lianxing.document.Document;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.form.AttachedEvidence;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a task: of its shipment, else of its project. */
@RestController
class TaskFilesController {

    private final WorkList work;
    private final Documents documents;
    private final CurrentPerson currentPerson;
    private final ActorNames names;
    private final MessageSource messages;
    private final AttachedEvidence evidence;

    TaskFilesController(
            WorkList work,
            Documents documents,
            CurrentPerson currentPerson,
            ActorNames names,
            MessageSource messages,
            AttachedEvidence evidence) {
        this.work = work;
        this.documents = documents;
        this.evidence = evidence;
        this.currentPerson = currentPerson;
        this.names = names;
        this.messages = messages;
    }

    record FileView(
            String id,
            String name,
            String kind,
            String kindLabel,
            int version,
            long size,
            String sha256,
            String uploadedBy,
            String uploadedByName,
            String uploadedAt) {}

    record RequiredView(String kind, String label, boolean present) {}

    record FilesView(List<FileView> items, List<RequiredView> required) {}

    @GetMapping("/api/tasks/{taskId}/files")
    FilesView list(@PathVariable String taskId) {
        Person reader = currentPerson.require();
        return view(work.visible(taskId, reader.id()), reader.language());
    }

    @PostMapping("/api/tasks/{taskId}/files")
    @ResponseStatus(HttpStatus.CREATED)
    FilesView store(
            @PathVariable String taskId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = 120) @Nullable String key,
            @RequestParam MultipartFile file,
            @RequestParam String kind)
            throws IOException {
        Person person = currentPerson.require();
        WorkItem item = work.visible(taskId, person.id());
        if (!person.id().equals(item.assignee())) {
            throw Refusal.duty("SHEET_BY_ASSIGNEE");
        }
        if (!kind.matches("[A-Z][A-Z0-9_]{1,59}")) {
            throw Refusal.rule("FILE_KIND");
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            StoreResult result = documents.store(
                    id(key, taskId, person),
                    item.filesOfType(),
                    item.filesOf(),
                    kind,
                    name,
                    content,
                    person.id(),
                    item.taskId());
            if (result instanceof StoreResult.Refused refused) {
                if (refused.reason() == StoreResult.Reason.ID_TAKEN) {
                    throw Refusal.lost("FILE_OTHER_CONTENT");
                }
                throw Refusal.rule(
                        "FILE_REFUSED", messages.getMessage(refused.reason().messageKey(), null, person.language()));
            }
        }
        return view(item, person.language());
    }

    /** The same request of the same person at the same task makes the same id; without a key each makes its own. */
    private static UUID id(@Nullable String key, String taskId, Person person) {
        return key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((taskId + "/" + person.id() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Always an attachment: what came from outside is never rendered here. */
    @GetMapping("/api/files/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        currentPerson.require();
        Document document = documents.find(id).orElseThrow(() -> Refusal.notFound("UNKNOWN_THING"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(documents.open(id));
    }

    private FilesView view(WorkItem item, Locale language) {
        List<Document> stored = documents.list(item.filesOfType(), item.filesOf());
        return new FilesView(
                stored.stream().map(file -> view(file, language)).toList(),
                item.requiredEvidence().stream()
                        .map(kind -> new RequiredView(
                                kind,
                                messages.getMessage("evidence." + kind, null, language),
                                evidence.present(
                                        kind,
                                        item.taskId(),
                                        item.step(),
                                        item.project().value(),
                                        item.shipmentId())))
                        .toList());
    }

    private FileView view(Document document, Locale language) {
        return new FileView(
                document.id().toString(),
                document.name(),
                document.kind(),
                messages.getMessage("evidence." + document.kind(), null, document.kind(), language),
                document.version(),
                document.size(),
                document.sha256(),
                document.uploadedBy(),
                names.of(document.uploadedBy()),
                Json.instantText(document.uploadedAt()));
    }
}
