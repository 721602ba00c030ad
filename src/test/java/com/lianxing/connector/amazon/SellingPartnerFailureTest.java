package com.lianxing.connector.amazon;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.inbound.InboundShipments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the product makes of an Amazon that does not answer, says no, or must not be asked now. */
@ExtendWith(OutputCaptureExtension.class)
class SellingPartnerFailureTest {

    private static final String PLAN = "wf1234abcd-1234-abcd-5678-1234abcd5678";
    private static final String GOOD = """
            {"inboundPlanId":"%s","name":"n","status":"ACTIVE","createdAt":"2026-11-01"}""".formatted(PLAN);

    private final SellerAccount account = new SellerAccount();
    private final InboundShipments shipments = account.connected();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void withoutASellerAccountNothingIsAsked() {
        InboundShipments nobody = account.notConnected();
        assertThat(nobody.connection().canBeAsked()).isFalse();
        assertThat(failureOf(nobody).kind()).isEqualTo(Kind.NOT_CONNECTED);
        account.amazon.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aTokenIsAskedForOnceAndAgainBeforeItDies() {
        answer(okJson(GOOD));
        account.clock.moveTo(Instant.parse("2026-11-25T08:00:00Z"));
        shipments.plan(PLAN);
        account.clock.moveBy(Duration.ofMinutes(47));
        shipments.plan(PLAN);
        account.amazon.verify(1, postRequestedFor(urlEqualTo("/auth/o2/token")));
        account.clock.moveBy(Duration.ofMinutes(2));
        shipments.plan(PLAN);
        account.amazon.verify(2, postRequestedFor(urlEqualTo("/auth/o2/token")));
        account.amazon.verify(
                2,
                postRequestedFor(urlEqualTo("/auth/o2/token"))
                        .withFormParam("grant_type", equalTo("refresh_token"))
                        .withFormParam("refresh_token", equalTo(SellerAccount.REFRESH_TOKEN))
                        .withFormParam("client_secret", equalTo(SellerAccount.CLIENT_SECRET)));
    }

    @Test
    void aTokenThatAmazonNoLongerTakesIsReplacedOnce() {
        account.amazon.stubFor(get(urlMatching("/inbound/.*"))
                .inScenario("expired")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(403))
                .willSetStateTo("new token"));
        account.amazon.stubFor(get(urlMatching("/inbound/.*"))
                .inScenario("expired")
                .whenScenarioStateIs("new token")
                .willReturn(okJson(GOOD)));
        assertThat(shipments.plan(PLAN).isActive()).isTrue();
        account.amazon.verify(2, postRequestedFor(urlEqualTo("/auth/o2/token")));
    }

    @Test
    void anAuthorizationThatLapsedNeedsAPerson() {
        answer(aResponse().withStatus(403).withBody("""
                {"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied."}]}"""));
        AmazonFailure denied = failureOf(shipments);
        assertThat(denied.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(denied).hasMessage("Unauthorized: Access to requested resource is denied.");

        account.amazon.stubFor(post("/auth/o2/token")
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}")));
        AmazonFailure revoked = failureOf(account.connected());
        assertThat(revoked.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(revoked).hasMessage("Login with Amazon: invalid_grant");
    }

    @Test
    void whenAskedTooOftenAmazonSaysHowLongToWait() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "37"));
        assertThat(failureOf(shipments).waitBeforeNext()).isEqualTo(Duration.ofSeconds(37));
        answer(aResponse().withStatus(429).withHeader("x-amzn-RateLimit-Limit", "0.0056"));
        AmazonFailure busy = failureOf(shipments);
        assertThat(busy.kind()).isEqualTo(Kind.BUSY);
        assertThat(busy.waitBeforeNext()).isEqualTo(Duration.ofSeconds(179));
        account.amazon.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void aReadThatGetsNoAnswerIsRepeatedAtOnce() {
        account.amazon.stubFor(get(urlMatching("/inbound/.*"))
                .inScenario("flaky")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("once"));
        account.amazon.stubFor(get(urlMatching("/inbound/.*"))
                .inScenario("flaky")
                .whenScenarioStateIs("once")
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("twice"));
        account.amazon.stubFor(get(urlMatching("/inbound/.*"))
                .inScenario("flaky")
                .whenScenarioStateIs("twice")
                .willReturn(okJson(GOOD)));
        assertThat(shipments.plan(PLAN).isActive()).isTrue();
    }

    @Test
    void aWriteThatGetsNoAnswerIsNeverRepeatedHere() {
        account.amazon.stubFor(
                post(urlMatching("/inbound/.*")).willReturn(aResponse().withStatus(502)));
        AmazonFailure failure = catchThrowableOfType(AmazonFailure.class, () -> shipments.offerPacking(PLAN));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        account.amazon.verify(1, postRequestedFor(urlMatching("/inbound/.*")));
    }

    @Test
    void aSlowAmazonIsGivenUp() {
        answer(okJson(GOOD).withFixedDelay(3_000));
        account.amazon.stubFor(
                post(urlMatching("/inbound/.*")).willReturn(okJson("{}").withFixedDelay(3_000)));
        assertThat(catchThrowableOfType(AmazonFailure.class, () -> shipments.offerPacking(PLAN))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void anAmazonThatIsDownIsLeftAlone() {
        answer(aResponse().withStatus(500));
        assertThat(failureOf(shipments).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(shipments).kind()).isEqualTo(Kind.UNREACHABLE);
        AmazonFailure paused = failureOf(shipments);
        assertThat(paused.kind()).isEqualTo(Kind.BUSY);
        assertThat(paused.waitBeforeNext()).isPositive();
        account.amazon.verify(6, getRequestedFor(urlMatching("/inbound/.*")));
        assertThat(shipments.connection().failure()).isEqualTo(Kind.BUSY);
    }

    @Test
    void anAnswerThatIsNoneIsNotUnderstood() {
        for (String body : List.of("<html>", "", "[]", "{\"inboundPlanId\":\"x\",\"createdAt\":\"soon\"}", "{}")) {
            answer(aResponse().withStatus(200).withBody(body));
            assertThat(failureOf(shipments).kind()).as(body).isEqualTo(Kind.NOT_UNDERSTOOD);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(aResponse().withStatus(302).withHeader("Location", account.amazon.baseUrl() + "/elsewhere"));
        assertThat(failureOf(shipments).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        account.amazon.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void theConnectionRemembersItsLastSuccessAndWhatFailedSince() {
        account.clock.moveTo(Instant.parse("2026-11-25T08:00:00Z"));
        assertThat(shipments.connection())
                .isEqualTo(new AmazonConnection(AmazonConnection.State.CONNECTED, null, null));
        answer(okJson(GOOD));
        shipments.plan(PLAN);
        Instant success = account.clock.now();
        account.clock.moveBy(Duration.ofHours(1));
        answer(aResponse().withStatus(404));
        failureOf(shipments);
        assertThat(shipments.connection())
                .isEqualTo(new AmazonConnection(AmazonConnection.State.CONNECTED, success, Kind.REFUSED));
    }

    @Test
    void noSecretIsShownAnywhere(CapturedOutput output) {
        account.amazon.stubFor(
                any(urlMatching("/inbound/.*")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        AmazonFailure failure = failureOf(shipments);
        String shown = output.getAll()
                + failure
                + failure.getCause()
                + account.properties(new Secret(SellerAccount.REFRESH_TOKEN));
        assertThat(shown)
                .doesNotContain(SellerAccount.REFRESH_TOKEN, SellerAccount.CLIENT_SECRET, SellerAccount.ACCESS_TOKEN);
    }

    private void answer(ResponseDefinitionBuilder response) {
        account.amazon.stubFor(get(urlMatching("/inbound/.*")).willReturn(response));
    }

    private static AmazonFailure failureOf(InboundShipments asked) {
        return catchThrowableOfType(AmazonFailure.class, () -> asked.plan(PLAN));
    }
}
