package com.lianxing.process.engine.http;

import com.lianxing.access.CurrentPerson;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Tasklist's {@code config.js} for whoever is signed in: it offers the one language of that person, so that the
 * interface does not follow the browser's.
 */
@RestController
class TasklistConfig {

    private static final TemplateSpec SCRIPT = new TemplateSpec("tasklist-config.js", TemplateMode.JAVASCRIPT);
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    /** What the script is told; {@code csrf} is the token of {@code POST /logout}. */
    record PersonSettings(
            String language, String zone, @Nullable Csrf csrf) {}

    record Csrf(String header, String parameter, String token) {}

    private final CurrentPerson person;
    private final Readers readers;
    private final SpringTemplateEngine templates;

    TasklistConfig(CurrentPerson person, Readers readers, SpringTemplateEngine templates) {
        this.person = person;
        this.readers = readers;
        this.templates = templates;
    }

    @GetMapping("/camunda/app/tasklist/scripts/config.js")
    ResponseEntity<String> config(HttpServletRequest request, @Nullable CsrfToken token) {
        Reader reader = readers.reader(person.id().orElse(null), request.getLocale());
        Csrf csrf = token == null ? null : new Csrf(token.getHeaderName(), token.getParameterName(), token.getToken());
        PersonSettings settings = new PersonSettings(
                reader.language().getLanguage(), reader.zone().getId(), csrf);
        Context context = new Context(reader.language(), Map.of("person", settings));
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.noStore())
                .body(templates.process(SCRIPT, context));
    }
}
