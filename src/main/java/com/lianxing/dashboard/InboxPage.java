package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.notification.MailAddress;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reader was told, whether mail goes out or not, and where mail is sent. */
@Controller
class InboxPage {

    private static final int MOST = 100;

    private final Outbox outbox;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;

    InboxPage(Outbox outbox, People people, CurrentPerson currentPerson, Refusals refusals) {
        this.outbox = outbox;
        this.people = people;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
    }

    /**
     * @param project the code of the project that it is about; null if it is about something else
     * @param at since when it is to be read, on both clocks
     */
    record MessageRow(String text, String subject, @Nullable String project, String at) {}

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

    @PostMapping("/inbox/address")
    String send(@Valid MailAddress address, BindingResult faults, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        if (faults.hasErrors()) {
            return refusals.back("ADDRESS_WRONG", "/inbox", person, redirect, String.valueOf(address.email()));
        }
        people.setEmail(person.id(), address.email());
        redirect.addFlashAttribute("saved", true);
        return "redirect:/inbox";
    }
}
