package com.lianxing.connector.amazon;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.InboundShipments;
import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Amazon itself; the demo company has a stand-in of its own that needs no network. */
@Configuration(proxyBeanMethods = false)
class AmazonConfiguration {

    @Bean
    @ConditionalOnProperty(name = "lianxing.demo", havingValue = "false")
    InboundShipments inboundShipments(AmazonProperties properties, Clock clock) {
        return connect(properties, clock);
    }

    static InboundShipments connect(AmazonProperties properties, Clock clock) {
        // No redirect is followed: a token must not travel to where an answer points.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.readTimeout());
        RestClient http = RestClient.builder()
                .baseUrl(properties.endpoint())
                .requestFactory(requests)
                .build();
        SellingPartnerHttp amazon =
                new SellingPartnerHttp(properties, http, new AccessTokens(properties, http, clock), clock);
        return new SellingPartnerShipments(amazon, properties);
    }
}
