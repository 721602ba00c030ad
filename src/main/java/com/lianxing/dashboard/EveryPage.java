package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.UnknownPerson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the frame of every page needs, and the page of somebody whom we do not know yet. */
@ControllerAdvice(basePackageClasses = EveryPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
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

    /** Signed in, but nobody said who it is: in the browser's language, since there is no other to go by. */
    @ExceptionHandler
    ModelAndView unknown(UnknownPerson unknown) {
        return new ModelAndView("unknown-person", Map.of("account", unknown.id()), HttpStatus.FORBIDDEN);
    }
}
