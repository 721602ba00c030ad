package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.PageLanguage;
import com.lianxing.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** A person's own language; before sign-in what {@code ?lang=} says, else the browser. Chinese or English, nothing else. */
@Component("localeResolver")
class PersonLocale implements LocaleResolver {

    private final CurrentPerson currentPerson;

    PersonLocale(CurrentPerson currentPerson) {
        this.currentPerson = currentPerson;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Optional<Locale> page = PageLanguage.of(request);
        if (page.isPresent()) {
            return page.get();
        }
        Object known = request.getAttribute(PersonLocale.class.getName());
        if (known instanceof Locale locale) {
            return locale;
        }
        Locale locale = currentPerson.find().map(Person::language).orElseGet(() -> asked(request));
        request.setAttribute(PersonLocale.class.getName(), locale);
        return locale;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a person's language stands in the person's entry");
    }

    private static Locale asked(HttpServletRequest request) {
        String wish = request.getParameter("lang");
        String language = wish == null ? request.getLocale().getLanguage() : wish;
        return language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
