package com.lianxing.ledger;

import org.jspecify.annotations.Nullable;

/**
 * By whose will money moves: who asked for it, who posted it, and the approval it stands on, if any.
 *
 * <p>All are ids of people, taken from the authenticated user and from the approval's own record, never from a process
 * variable. Who asked cannot be who approved; the database refuses such an entry once more.
 */
public record Mandate(
        String requestedBy, String postedBy, @Nullable Approval approval) {

    /**
     * @param id of the approval request
     * @param approvedBy who decided last
     */
    public record Approval(String id, String approvedBy) {}

    public Mandate {
        if (approval != null && approval.approvedBy.equals(requestedBy)) {
            throw new IllegalArgumentException(
                    "%s asked for approval %s and cannot have approved it".formatted(requestedBy, approval.id));
        }
    }

    /** What a person posts in the course of the work, under no approval of its own. */
    public static Mandate of(String person) {
        return new Mandate(person, person, null);
    }

    /** What is posted the moment it is approved, by the one who approved it. */
    public static Mandate approved(String approvalId, String requestedBy, String approvedBy) {
        return new Mandate(requestedBy, approvedBy, new Approval(approvalId, approvedBy));
    }
}
