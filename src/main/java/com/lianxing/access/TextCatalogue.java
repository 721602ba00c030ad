package com.lianxing.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text a person reads, from {@code messages/<module>_en.properties} and {@code _zh.properties}. */
@Configuration(proxyBeanMethods = false)
class TextCatalogue {

    /** A missing key throws; the language of a text never depends on the machine. */
    @Bean
    MessageSource messageSource() throws IOException {
        String[] catalogues = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties"))
                .map(resource -> "classpath:messages/"
                        + String.valueOf(resource.getFilename()).replace("_en.properties", ""))
                .sorted()
                .toArray(String[]::new);
        ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(catalogues);
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
