package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.process.web.Json.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the outside systems answer, for reading. An outage of theirs is none of ours, so no health check looks here. */
@RestController
@RequestMapping("/api/connections")
class ConnectionsController {

    private final InboundShipments amazon;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    ConnectionsController(InboundShipments amazon, CurrentPerson currentPerson, MessageSource messages, Clock clock) {
        this.amazon = amazon;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param failure what went wrong with the last call; null if it went well
     * @param text all of it as one sentence in the reader's language
     */
    record ConnectionView(
            String system,
            String state,
            @Nullable String lastSuccess,
            @Nullable Long ageSeconds,
            @Nullable String failure,
            String text) {}

    @GetMapping
    Page<ConnectionView> list() {
        Person person = currentPerson.require();
        AmazonConnection connection = amazon.connection();
        Instant success = connection.lastSuccess();
        return new Page<>(
                List.of(new ConnectionView(
                        "amazon",
                        connection.state().name(),
                        success == null ? null : Json.instantText(success),
                        success == null
                                ? null
                                : Duration.between(success, clock.now()).toSeconds(),
                        connection.failure() == null
                                ? null
                                : connection.failure().name(),
                        text(connection, person))),
                null);
    }

    private String text(AmazonConnection connection, Person person) {
        Instant success = connection.lastSuccess();
        String state = text(person, "connection.amazon." + connection.state().name());
        String last = success == null
                ? text(person, "connection.neverAnswered")
                : text(
                        person,
                        "connection.lastAnswer",
                        BothClocks.text(success, person.zone(), person.language()),
                        Duration.between(success, clock.now()).toMinutes());
        String failure = connection.failure() == null
                ? ""
                : text(person, "connection.failure." + connection.failure().name());
        return connection.canBeAsked()
                ? "%s %s %s".formatted(state, last, failure).strip()
                : state;
    }

    private String text(Person person, String key, Object... arguments) {
        return messages.getMessage(key, arguments, person.language());
    }
}
