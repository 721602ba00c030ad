package com.lianxing.process.engine;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Told of every user task that comes up or ends, inside its transaction. Looks on: what it throws stops the step. */
public interface TaskObserver {

    /** It has its assignee and its due date. */
    default void created(TaskEntity task) {}

    /** It is completed, or whatever it stood in has been cancelled. */
    default void ended(TaskEntity task) {}
}
