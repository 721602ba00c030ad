package com.lianxing.project;

import com.lianxing.calendar.Deadline;

/**
 * Published, in the transaction that did it, when a project has another target date.
 *
 * @param reason in the words of whoever moved it
 */
public record TargetMoved(ProjectCode project, Deadline before, Deadline now, String reason) {}
