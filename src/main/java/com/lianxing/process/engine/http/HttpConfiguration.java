package com.lianxing.process.engine.http;

import com.lianxing.process.engine.Readers;
import java.util.Set;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Where the filters stand: around the security chain, in front of everything of Camunda's. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    private static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 1;
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<EngineResponses> engineResponses(Readers readers, Sentences sentences, Localizer localizer) {
        var registration = new FilterRegistrationBean<>(new EngineResponses(readers, sentences, localizer));
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    /** In front of the security chain, which reads forms. */
    @Bean
    FilterRegistrationBean<BodyLimits> bodyLimits() {
        var registration = new FilterRegistrationBean<>(new BodyLimits());
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    /** Around the limits and the security chain. */
    @Bean
    FilterRegistrationBean<WhileDatabaseIsAway> whileDatabaseIsAway(Sentences sentences) {
        var registration = new FilterRegistrationBean<>(new WhileDatabaseIsAway(sentences));
        registration.setOrder(BEFORE_SECURITY - 1);
        return registration;
    }

    /** Scripts among the templates, next to the pages. */
    @Bean
    ITemplateResolver scriptTemplates() {
        ClassLoaderTemplateResolver scripts = new ClassLoaderTemplateResolver();
        scripts.setPrefix("templates/");
        scripts.setResolvablePatterns(Set.of("*.js"));
        scripts.setTemplateMode(TemplateMode.JAVASCRIPT);
        scripts.setCharacterEncoding("UTF-8");
        scripts.setOrder(1);
        return scripts;
    }
}
