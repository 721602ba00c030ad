package com.lianxing.deliverable;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import org.springframework.stereotype.Component;

/** The name of whoever a record says did something: somebody who works here, or an outside party. */
@Component
public class ActorNames {

    private final People people;
    private final OutsideParties parties;

    ActorNames(People people, OutsideParties parties) {
        this.people = people;
        this.parties = parties;
    }

    /** The id itself if nobody has it: the application, say. */
    public String of(String actor) {
        return people.find(actor)
                .map(Person::name)
                .or(() -> parties.nameOf(actor))
                .orElse(actor);
    }
}
