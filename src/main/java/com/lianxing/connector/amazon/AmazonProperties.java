package com.lianxing.connector.amazon;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One seller account of Amazon. The three secrets come from files or the environment and are kept nowhere else.
 *
 * @param clientId of our own application at Amazon
 * @param refreshToken what the seller gave us; without it nothing is asked
 * @param shipFrom where shipments start
 */
@ConfigurationProperties("lianxing.amazon")
record AmazonProperties(
        @DefaultValue("https://sellingpartnerapi-na.amazon.com")
        URI endpoint,

        @DefaultValue("https://api.amazon.com/auth/o2/token")
        URI tokenEndpoint,

        @DefaultValue("ATVPDKIKX0DER") String marketplaceId,
        @DefaultValue("") String clientId,
        @Nullable Secret clientSecret,
        @Nullable Secret refreshToken,
        @Nullable ShipFrom shipFrom,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout) {

    /**
     * @param countryCode two letters
     * @param stateOrProvinceCode may be missing outside North America
     */
    record ShipFrom(
            String name,
            String addressLine1,
            String city,
            @Nullable String stateOrProvinceCode,
            String postalCode,
            String countryCode,
            String phoneNumber) {}

    boolean isConnected() {
        return !clientId.isBlank() && clientSecret != null && refreshToken != null && shipFrom != null;
    }
}
