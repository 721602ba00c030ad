package com.lianxing.dashboard;

import com.lianxing.access.Person;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a page answers when it does not do what somebody asked of it: the same page again, and why. */
@Component
class Refusals {

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param rule names the sentence, {@code refusal.<rule>}
     * @param page the path to go back to
     * @param about what the sentence mentions, in its order
     * @return the view that leads back
     */
    String back(String rule, String page, Person person, RedirectAttributes redirect, Object... about) {
        redirect.addFlashAttribute("refusal", messages.getMessage("refusal." + rule, about, person.language()));
        return "redirect:" + page;
    }

    /** The things that these keys name, in a row, for a sentence that mentions them. */
    String list(Collection<String> keys, Person person) {
        return keys.stream()
                .map(key -> messages.getMessage(key, null, person.language()))
                .collect(Collectors.joining(person.readsChinese() ? "、" : ", "));
    }
}
