package com.lianxing.demo;

import com.lianxing.access.Credentials;
import com.lianxing.access.People;
import com.lianxing.process.engine.StartStep;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The demo accounts, the administrator among them, before anything asks for one. */
@Component
@Order(StartStep.DEMO_PEOPLE)
@ConditionalOnProperty(name = "lianxing.demo", havingValue = "true")
class DemoPeople implements StartStep {

    private final Credentials credentials;
    private final People people;

    DemoPeople(Credentials credentials, People people) {
        this.credentials = credentials;
        this.people = people;
    }

    @Override
    public void run() {
        DemoAccounts.enrol(credentials, people);
    }
}
