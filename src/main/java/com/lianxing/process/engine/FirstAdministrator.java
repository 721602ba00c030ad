package com.lianxing.process.engine;

import com.lianxing.access.People;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is served before there is an administrator. */
@Component
@Order(StartStep.ADMINISTRATOR)
class FirstAdministrator implements StartStep {

    private final IdentityService identity;
    private final People people;
    private final Administrator administrator;

    FirstAdministrator(IdentityService identity, People people, Administrator administrator) {
        this.identity = identity;
        this.people = people;
        this.administrator = administrator;
    }

    @Override
    public void run() {
        administrator.ensure(identity);
        administrator.introduce(identity, people);
    }
}
