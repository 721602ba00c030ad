package com.lianxing.connector.openfda;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param endpoint where openFDA answers, {@code https://api.fda.gov}; without it nobody is asked
 * @param apiKey raises the number of questions a day; written to no log
 */
@ConfigurationProperties("lianxing.openfda")
record OpenFdaProperties(
        @Nullable URI endpoint,
        @DefaultValue("") String apiKey,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    @Override
    public String toString() {
        return "openFDA at " + endpoint;
    }
}
