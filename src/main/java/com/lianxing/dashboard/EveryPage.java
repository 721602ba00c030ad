package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs. */
@ControllerAdvice(basePackageClasses = EveryPage.class)
class EveryPage {

    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final boolean demo;

    EveryPage(CurrentPerson currentPerson, MessageSource messages, @Value("${lianxing.demo}") boolean demo) {
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.demo = demo;
    }

    @ModelAttribute("reader")
    @Nullable
    Reader reader() {
        return currentPerson.find().map(person -> Reader.of(person, messages)).orElse(null);
    }

    @ModelAttribute("demo")
    boolean demo() {
        return demo;
    }
}
