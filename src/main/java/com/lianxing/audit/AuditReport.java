package com.lianxing.audit;

import java.util.List;

/**
 * What a check of the record found, and how much it looked at.
 *
 * @param checkpoints lines of checkpoint files it was compared with; with none, an end that was cut off stays unseen
 */
public record AuditReport(long subjects, long entries, long checkpoints, List<AuditFinding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    public boolean isSound() {
        return findings.isEmpty();
    }
}
