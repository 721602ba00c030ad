package com.lianxing.process.fbainbound;

import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.AmazonOffers.Window;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveWindowsEnd}: until when the first of Amazon's windows can be taken; then they are asked for anew. */
@Component
class SaveWindowsEndDelegate implements JavaDelegate {

    private final AmazonOffers offers;

    SaveWindowsEndDelegate(AmazonOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.windows(ProjectProcess.project(execution)).stream()
                .map(Window::validUntil)
                .sorted()
                .findFirst()
                .ifPresent(end -> FbaInbound.WINDOWS_EXPIRE_AT.set(execution, Date.from(end)));
    }
}
