package com.lianxing.connector.amazon;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.lianxing.calendar.MovableClock;
import com.lianxing.inbound.InboundShipments;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account at a stand-in for Amazon on this machine, and the product connected to it. */
final class SellerAccount implements AutoCloseable {

    static final String CLIENT_SECRET = "client-secret-2f1c";
    static final String REFRESH_TOKEN = "refresh-token-77ab";
    static final String ACCESS_TOKEN = "access-token-90d4";

    final WireMockServer amazon =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    final MovableClock clock = new MovableClock(List.of());

    SellerAccount() {
        amazon.start();
        amazon.stubFor(WireMock.post("/auth/o2/token")
                .willReturn(WireMock.okJson("{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":3600}"
                        .formatted(ACCESS_TOKEN))));
    }

    InboundShipments connected() {
        return AmazonConfiguration.connect(properties(new Secret(REFRESH_TOKEN)), clock);
    }

    InboundShipments notConnected() {
        return AmazonConfiguration.connect(properties(null), clock);
    }

    AmazonProperties properties(@Nullable Secret refreshToken) {
        URI endpoint = URI.create(amazon.baseUrl());
        return new AmazonProperties(
                endpoint,
                endpoint.resolve("/auth/o2/token"),
                "ATVPDKIKX0DER",
                "client-1",
                new Secret(CLIENT_SECRET),
                refreshToken,
                new AmazonProperties.ShipFrom(
                        "Lianxing Warehouse", "1 Harbour Road", "Shenzhen", null, "518000", "CN", "+8675500000000"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1));
    }

    @Override
    public void close() {
        amazon.stop();
    }
}
