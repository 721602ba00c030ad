package com.lianxing.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is served before there is an administrator. */
@Component
@Order(StartStep.ADMINISTRATOR)
class FirstAdministrator implements StartStep {

    private final IdentityService identity;
    private final Administrator administrator;

    FirstAdministrator(IdentityService identity, Administrator administrator) {
        this.identity = identity;
        this.administrator = administrator;
    }

    @Override
    public void run() {
        administrator.ensure(identity);
    }
}
