package com.lianxing.process.blackfridaylaunch;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.InvoicePosting;
import com.lianxing.process.lifecycle.ProjectProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postActuals}: what was billed so far. */
@Component
class PostActualsDelegate implements JavaDelegate {

    private final InvoicePosting invoices;
    private final ActingPerson actor;

    PostActualsDelegate(InvoicePosting invoices, ActingPerson actor) {
        this.invoices = invoices;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invoices.post(ProjectProcess.project(execution), actor.id());
    }
}
