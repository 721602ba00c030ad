package com.lianxing.process.engine;

/** What a person does with a task. */
public enum Operation {
    CLAIM,
    COMPLETE,
    /** Raises a BPMN error or an escalation, or writes a comment. */
    OTHER
}
