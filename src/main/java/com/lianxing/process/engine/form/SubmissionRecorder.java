package com.lianxing.process.engine.form;

/**
 * Keeps what was submitted, in the transaction that acts on it. Every bean of this type is called for every accepted
 * submission: for a task before the engine moves on, for a start after the project has its code.
 */
public interface SubmissionRecorder {

    /**
     * @param processInstanceId of the task, or of the instance just started
     * @param projectCode empty for a start that made no project
     */
    void record(Submission submission, String processInstanceId, String projectCode);
}
