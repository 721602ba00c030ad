package com.lianxing.project;

/**
 * Published, in the transaction that did it, when a project has another target date or has ended without what it was
 * for: others may count on it.
 */
public record ProjectMoved(ProjectCode project) {}
