package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reader was told, whether mail goes out or not, and where mail is sent. */
@Controller
class InboxPage {

    private static final int MOST = 100;

    private final Outbox outbox;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final Validator validator;

    InboxPage(Outbox outbox, People people, CurrentPerson currentPerson, Refusals refusals, Validator validator) {
        this.outbox = outbox;
        this.people = people;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.validator = validator;
    }

    /**
     * @param project the code of the project that it is about; null if it is about something else
     * @param at since when it is to be read, on both clocks
     */
    record MessageRow(String text, String subject, @Nullable String project, String at) {}

    private record Address(@Email @Size(max = 254) String email) {}

    @GetMapping("/inbox")
    String show(Model model) {
        Person person = currentPerson.require();
        List<MessageRow> rows = outbox.to(person.id(), MOST).stream()
                .map(message -> row(message, person))
                .toList();
        model.addAttribute("messages", rows);
        model.addAttribute("email", people.emailOf(person.id()).orElse(""));
        model.addAttribute("zone", person.zone().getId());
        return "inbox";
    }

    private static MessageRow row(Notification message, Person reader) {
        String subject = message.subjectCode();
        return new MessageRow(
                reader.readsChinese() ? message.textZh() : message.textEn(),
                subject,
                ProjectCode.isCode(subject) ? subject : null,
                BothClocks.text(message.dueAt(), reader.zone(), reader.language()));
    }

    /** @param email empty for no mail */
    @PostMapping("/inbox/address")
    String send(@RequestParam String email, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        String address = email.strip();
        if (!validator.validate(new Address(address)).isEmpty()) {
            return refusals.back("ADDRESS_WRONG", "/inbox", person, redirect, address);
        }
        people.setEmail(person.id(), address.isEmpty() ? null : address);
        redirect.addFlashAttribute("saved", true);
        return "redirect:/inbox";
    }
}
