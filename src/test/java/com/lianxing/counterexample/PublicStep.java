package com.lianxing.counterexample;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A delegate outside {@code process}, public, and not called one. */
public class PublicStep implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {}
}
