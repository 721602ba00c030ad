package com.lianxing.dashboard;

import com.lianxing.demo.DemoAccounts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in; in demo mode with the accounts of the demo company, by role. */
@Controller
class LoginPage {

    private final MessageSource messages;
    private final boolean demo;

    LoginPage(MessageSource messages, @Value("${lianxing.demo}") boolean demo) {
        this.messages = messages;
        this.demo = demo;
    }

    record DemoAccount(String id, String name, String role, String language, String zone) {}

    @GetMapping("/login")
    String login(Model model, Locale locale) {
        if (demo) {
            model.addAttribute("demoAccounts", accounts(locale));
            model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        }
        return "login";
    }

    private List<DemoAccount> accounts(Locale locale) {
        return DemoAccounts.ALL.stream()
                .map(account -> new DemoAccount(
                        account.id(),
                        account.name(),
                        account.roles().stream()
                                .sorted()
                                .map(role -> messages.getMessage(role.messageKey(), null, locale))
                                .collect(Collectors.joining(" + ")),
                        account.language().getLanguage(),
                        account.zone().getId()))
                .toList();
    }
}
