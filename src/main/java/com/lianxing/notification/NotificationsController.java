package com.lianxing.notification;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the signed-in person was told, whether mail goes out or not. */
@RestController
class NotificationsController {

    private final Outbox outbox;
    private final CurrentPerson current;
    private final People people;

    NotificationsController(Outbox outbox, CurrentPerson current, People people) {
        this.outbox = outbox;
        this.current = current;
        this.people = people;
    }

    /** One message; the text in both languages. */
    record Item(String id, String kind, String subject, String zh, String en, Instant at) {}

    record Items(List<Item> items) {}

    /** The person's own last messages, the newest first; nobody else's. */
    @GetMapping("/api/notifications")
    Items own(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return new Items(current.id().map(person -> outbox.to(person, limit)).orElse(List.of()).stream()
                .map(message -> new Item(
                        message.id(),
                        message.kind(),
                        message.subjectCode(),
                        message.textZh(),
                        message.textEn(),
                        message.dueAt()))
                .toList());
    }

    /** Where the person's own messages are sent. */
    @PutMapping("/api/notifications/address")
    MailAddress send(@Valid @RequestBody MailAddress address) {
        people.setEmail(current.require().id(), address.email());
        return address;
    }
}
