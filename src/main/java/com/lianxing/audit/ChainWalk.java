package com.lianxing.audit;

import com.lianxing.audit.AuditFinding.Kind;
import com.lianxing.audit.AuditRows.Head;
import com.lianxing.audit.AuditRows.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One walk along the entries, subject after subject, comparing each with the one before, its head and checkpoints. */
final class ChainWalk {

    private final Map<Subject, Head> heads = new TreeMap<>();
    private final Map<Subject, TreeMap<Long, List<Checkpoint>>> checkpoints = new TreeMap<>();
    private final List<AuditFinding> findings = new ArrayList<>();
    private final long checkpointsRead;
    private long subjects;
    private long entries;
    private @Nullable Subject current;
    private long lastSeq;
    private String lastHash = StoredEntry.NO_HASH;

    ChainWalk(Checkpoints.Written written) {
        checkpointsRead = written.checkpoints().size();
        for (Checkpoint checkpoint : written.checkpoints()) {
            checkpoints
                    .computeIfAbsent(Subject.of(checkpoint), subject -> new TreeMap<>())
                    .computeIfAbsent(checkpoint.count(), count -> new ArrayList<>())
                    .add(checkpoint);
        }
        for (Path file : written.unreadable()) {
            findings.add(new AuditFinding(Kind.UNREADABLE_CHECKPOINT, "file", file.toString(), null));
        }
    }

    void expect(Head head) {
        heads.put(head.subject(), head);
    }

    /** By subject, then by number. */
    void visit(StoredEntry entry) {
        Subject subject = new Subject(entry.subjectType(), entry.subjectId());
        if (!subject.equals(current)) {
            finish();
            current = subject;
            lastSeq = 0;
            lastHash = StoredEntry.NO_HASH;
            subjects++;
        }
        entries++;
        if (entry.seq() != lastSeq + 1) {
            find(Kind.MISSING, subject, entry.seq());
        } else if (!entry.previousHash().equals(lastHash)) {
            find(Kind.BROKEN_LINK, subject, entry.seq());
        }
        if (!entry.computedHash().equals(entry.hash())) {
            find(Kind.CHANGED, subject, entry.seq());
        }
        if (seenAt(subject, entry.seq()).stream()
                .anyMatch(checkpoint -> !checkpoint.hash().equals(entry.hash()))) {
            find(Kind.REWRITTEN, subject, entry.seq());
        }
        lastSeq = entry.seq();
        lastHash = entry.hash();
    }

    AuditReport report() {
        finish();
        current = null;
        heads.values().forEach(head -> find(Kind.WRONG_END, head.subject(), head.seq()));
        checkpoints.forEach((subject, known) -> find(Kind.CUT_OFF, subject, known.lastKey()));
        return new AuditReport(subjects, entries, checkpointsRead, findings);
    }

    private List<Checkpoint> seenAt(Subject subject, long seq) {
        Map<Long, List<Checkpoint>> known = checkpoints.getOrDefault(subject, new TreeMap<>());
        return known.getOrDefault(seq, List.of());
    }

    private void finish() {
        Subject subject = current;
        if (subject == null) {
            return;
        }
        Head head = heads.remove(subject);
        if (head == null || head.seq() != lastSeq || !head.hash().equals(lastHash)) {
            find(Kind.WRONG_END, subject, lastSeq);
        }
        TreeMap<Long, List<Checkpoint>> known = checkpoints.remove(subject);
        if (known != null && known.lastKey() > lastSeq) {
            find(Kind.CUT_OFF, subject, known.lastKey());
        }
    }

    private void find(Kind kind, Subject subject, long seq) {
        findings.add(new AuditFinding(kind, subject.type(), subject.id(), seq));
    }
}
