package com.lianxing.project;

import java.util.EnumSet;
import java.util.Set;

/** Where a project stands. Only its process moves it. */
public enum ProjectStatus {
    DRAFT,
    BUDGET_PENDING,
    ACTIVE,
    ON_HOLD,
    /** Everything is done but the last invoices. */
    CLOSING,
    CLOSED_SUCCESS,
    CLOSED_FAILED,
    /** The budget was refused. */
    REJECTED,
    CANCELLED;

    private static final Set<ProjectStatus> ENDS = EnumSet.of(CLOSED_SUCCESS, CLOSED_FAILED, REJECTED, CANCELLED);

    /** Whether work may still be done in it. */
    public boolean isOpen() {
        return !ENDS.contains(this);
    }

    /** Whether a project in this status may go into that one; staying is no move and always possible. */
    public boolean mayBecome(ProjectStatus next) {
        return switch (this) {
            case DRAFT ->
                EnumSet.of(BUDGET_PENDING, ACTIVE, REJECTED, CLOSED_FAILED, CANCELLED)
                        .contains(next);
            case BUDGET_PENDING ->
                EnumSet.of(DRAFT, ACTIVE, REJECTED, CLOSED_FAILED, CANCELLED).contains(next);
            case ACTIVE ->
                EnumSet.of(ON_HOLD, CLOSING, CLOSED_FAILED, CANCELLED).contains(next);
            case ON_HOLD ->
                EnumSet.of(ACTIVE, CLOSING, CLOSED_FAILED, CANCELLED).contains(next);
            case CLOSING -> EnumSet.of(CLOSED_SUCCESS, CLOSED_FAILED, CANCELLED).contains(next);
            case CLOSED_SUCCESS, CLOSED_FAILED, REJECTED, CANCELLED -> false;
        };
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "project.status." + name();
    }
}
