package com.lianxing.connector.amazon;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.lianxing.OutsideSpecs;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.InboundShipments.Box;
import com.lianxing.inbound.InboundShipments.BoxGroup;
import com.lianxing.inbound.InboundShipments.DeliveryWindow;
import com.lianxing.inbound.InboundShipments.NewPlan;
import com.lianxing.inbound.InboundShipments.Operation;
import com.lianxing.inbound.InboundShipments.PackingOption;
import com.lianxing.inbound.InboundShipments.PlacementOption;
import com.lianxing.inbound.InboundShipments.Plan;
import com.lianxing.inbound.InboundShipments.PlanAccepted;
import com.lianxing.inbound.InboundShipments.PlannedShipment;
import com.lianxing.inbound.InboundShipments.ReadyToShip;
import com.lianxing.inbound.InboundShipments.TransportChoice;
import com.lianxing.inbound.InboundShipments.TransportOption;
import com.lianxing.inbound.InboundShipments.Units;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The connector against Amazon's own models: it answers with Amazon's sandbox examples, and whatever test here makes a
 * request, Amazon's model must have nothing against it.
 */
@OutsideSpecs
class SellingPartnerContractTest {

    private static final String PLAN = "wf1234abcd-1234-abcd-5678-1234abcd5678";
    private static final String PLACEMENT = "pl1234abcd-1234-abcd-5678-1234abcd5678";
    private static final String SHIPMENT = "sh1234abcd-1234-abcd-5678-1234abcd5678";
    private static final String OPERATION = "1234abcd-1234-abcd-5678-1234abcd5678";
    private static final Instant NEW_YEAR = Instant.parse("2024-01-01T00:00:00Z");

    private static AmazonModels models;

    private SellerAccount account;
    private InboundShipments shipments;

    @BeforeAll
    static void readModels() {
        models = AmazonModels.read();
    }

    @BeforeEach
    void openAccount() {
        account = new SellerAccount();
        models.stubs().forEach(account.amazon::stubFor);
        shipments = account.connected();
    }

    @AfterEach
    void everyRequestIsAsAmazonsModelSays() {
        List<LoggedRequest> sent = account.amazon.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .filter(request -> !request.getUrl().startsWith("/auth/"))
                .toList();
        account.close();
        assertThat(sent).isNotEmpty().allSatisfy(request -> {
            assertThat(models.faultsOf(request)).isEmpty();
            assertThat(request.getHeader("x-amz-access-token")).isEqualTo(SellerAccount.ACCESS_TOKEN);
        });
    }

    @Test
    void aPlanIsCreatedAndItsOperationAskedFor() {
        PlanAccepted accepted = shipments.createPlan(new NewPlan(
                "FBA-US-2026-001 3f9a12c4", List.of(new Units("LAMP-01", 500_000), new Units("RACK-03", 1))));
        assertThat(accepted).isEqualTo(new PlanAccepted(PLAN, OPERATION));

        Operation done = shipments.operation(accepted.operationId());
        assertThat(done.state()).isEqualTo(Operation.State.SUCCESS);
        assertThat(done.problemText()).isEqualTo("DimensionMismatch: The dimension does not match what is expected.");

        Plan plan = shipments.plan(accepted.planId());
        assertThat(plan.isActive()).isTrue();
        assertThat(plan.createdAt()).isEqualTo(Instant.parse("2024-03-20T12:01:00Z"));
    }

    @Test
    void everyStateThatAnOperationCanHaveIsKnown() {
        for (String state : models.enumOf("OperationStatus")) {
            ObjectNode answer =
                    models.sandboxAnswer("getInboundOperationStatus").deepCopy();
            answer.put("operationStatus", state);
            account.amazon.stubFor(get(urlPathTemplate("/inbound/fba/2024-03-20/operations/{id}"))
                    .atPriority(1)
                    .willReturn(okJson(answer.toString())));
            assertThat(shipments.operation(OPERATION).state().name()).isEqualTo(state);
        }
    }

    @Test
    void aPlanIsFoundAgainByItsName() {
        assertThat(shipments.findPlan("FBA (03/08/2023, 01:15 PM)"))
                .hasValueSatisfying(plan -> assertThat(plan.id()).isEqualTo(PLAN));
        // The list's token points to itself: the search must end all the same.
        assertThat(shipments.findPlan("FBA-US-2026-001 3f9a12c4")).isEmpty();
    }

    @Test
    void packingIsOfferedChosenAndFilled() {
        assertThat(shipments.offerPacking(PLAN)).isEqualTo(OPERATION);
        List<PackingOption> options = shipments.packingOptions(PLAN);
        assertThat(options)
                .containsExactly(new PackingOption(
                        "po1234abcd-1234-abcd-5678-1234abcd5678",
                        "OFFERED",
                        List.of("pg1234abcd-1234-abcd-5678-1234abcd5678"),
                        usd("1.00"),
                        usd("1.00"),
                        NEW_YEAR));
        assertThat(shipments.confirmPacking(PLAN, options.get(0).id())).isEqualTo(OPERATION);
        String group = options.get(0).packingGroups().get(0);
        assertThat(shipments.skusOfPackingGroup(PLAN, group)).containsExactly("msku");
        Box box = new Box(
                "LAMP-01",
                20,
                35,
                new BigDecimal("60.5"),
                new BigDecimal("40"),
                new BigDecimal("35.25"),
                "CM",
                new BigDecimal("17.4"),
                "KG");
        assertThat(shipments.describeBoxes(PLAN, List.of(new BoxGroup(group, List.of(box)))))
                .isEqualTo(OPERATION);
    }

    @Test
    void aPlacementIsOfferedWithFeeDiscountAndEndAndConfirmed() {
        assertThat(shipments.offerPlacements(PLAN)).isEqualTo(OPERATION);
        assertThat(shipments.placementOptions(PLAN))
                .containsExactly(new PlacementOption(
                        PLACEMENT, "OFFERED", List.of(SHIPMENT), usd("1.00"), usd("1.00"), NEW_YEAR));
        assertThat(shipments.confirmPlacement(PLAN, PLACEMENT)).isEqualTo(OPERATION);
    }

    @Test
    void carrierAndDeliveryWindowAreChosen() {
        assertThat(shipments.offerTransport(
                        PLAN, PLACEMENT, List.of(new ReadyToShip(SHIPMENT, Instant.parse("2026-12-01T08:00:00Z")))))
                .isEqualTo(OPERATION);
        List<TransportOption> carriers = shipments.transportOptions(PLAN, PLACEMENT, SHIPMENT);
        assertThat(carriers)
                .containsExactly(new TransportOption(
                        "to1234abcd-1234-abcd-5678-1234abcd5678",
                        SHIPMENT,
                        "GROUND_SMALL_PARCEL",
                        "AMAZON_PARTNERED_CARRIER",
                        "name",
                        true,
                        usd("500.00"),
                        NEW_YEAR,
                        NEW_YEAR));
        assertThat(shipments.confirmTransport(
                        PLAN,
                        List.of(new TransportChoice(SHIPMENT, carriers.get(0).id()))))
                .isEqualTo(OPERATION);

        assertThat(shipments.offerDeliveryWindows(PLAN, SHIPMENT)).isEqualTo(OPERATION);
        List<DeliveryWindow> windows = shipments.deliveryWindows(PLAN, SHIPMENT);
        Instant six = Instant.parse("2024-01-01T06:00:00Z");
        assertThat(windows)
                .containsExactly(
                        new DeliveryWindow("dw1234abcd-1234-abcd-5678-1234abcd5678", NEW_YEAR, six, "AVAILABLE", six));
        assertThat(shipments.confirmDeliveryWindow(
                        PLAN, SHIPMENT, windows.get(0).id()))
                .isEqualTo(OPERATION);
    }

    @Test
    void aShipmentHasAStateAWarehouseAndLabels() {
        PlannedShipment shipment = shipments.shipment(PLAN, SHIPMENT);
        assertThat(shipment.state()).isEqualTo(ShipmentState.WORKING);
        assertThat(shipment.warehouse()).isEqualTo("YYZ5");
        assertThat(shipment.confirmationId()).isEqualTo("FBA1234ABCD");
        assertThat(shipment.windowEditableUntil()).isNotNull();
        assertThat(shipments.shipmentItems(PLAN, SHIPMENT)).containsExactly(new Units("msku", 5));
        assertThat(shipments.boxLabels("348975493", 12)).isEqualTo(URI.create("http://www.labels.url.com"));
    }

    @Test
    void aPlanIsVoided() {
        assertThat(shipments.voidPlan(PLAN)).isEqualTo(OPERATION);
    }

    @Test
    void whatAmazonRefusesIsToldInAmazonsWords() {
        AmazonFailure refused = catchThrowableOfType(
                AmazonFailure.class, () -> shipments.plan("wfbad4abcd-1234-abcd-5678-1234abcd5678"));
        assertThat(refused.kind()).isEqualTo(AmazonFailure.Kind.REFUSED);
        assertThat(refused).hasMessage("BadRequest: The inboundPlanId is malformed.");
    }

    @Test
    void receivedUnitsAreReadPageByPageThoughATokenPointsToItself() {
        ObjectNode items = models.sandboxAnswer("getShipmentItemsByShipmentId").deepCopy();
        account.amazon.stubFor(get(urlPathEqualTo("/fba/inbound/v0/shipments/FBA15DJ9S3J5/items"))
                .atPriority(1)
                .willReturn(okJson(items.toString())));

        assertThat(shipments.receipts(List.of("FBA15DJ9S3J5", "FBA15UNKNOWN")))
                .containsExactly(new AmazonReceipt(
                        "FBA15DJ9S3J5", ShipmentState.SHIPPED, List.of(new AmazonReceipt.Line("CR-47K6-H6QN", 4, 0))));

        account.amazon.verify(2, getRequestedFor(urlPathEqualTo("/fba/inbound/v0/shipments")));
        // A second page is asked for with its token, whose plus signs arrive as such, and with nothing else.
        String token = items.path("payload").path("NextToken").asText();
        assertThat(token).contains("+");
        assertThat(queries("/fba/inbound/v0/shipmentItems")).first().satisfies(request -> {
            assertThat(request.getQueryParams().keySet())
                    .containsExactlyInAnyOrder("QueryType", "NextToken", "MarketplaceId");
            assertThat(request.queryParameter("NextToken").firstValue()).isEqualTo(token);
        });
        assertThat(queries("/fba/inbound/v0/shipments"))
                .last()
                .satisfies(request -> assertThat(request.getQueryParams().keySet())
                        .containsExactlyInAnyOrder("QueryType", "NextToken", "MarketplaceId"));
    }

    @Test
    void aWordOrFieldThatAmazonAddsBreaksNothing() {
        ObjectNode answer = models.sandboxAnswer("getShipment").deepCopy();
        answer.put("status", "TELEPORTED").put("fluxCapacitor", 88);
        account.amazon.stubFor(get(urlPathTemplate("/inbound/fba/2024-03-20/inboundPlans/{plan}/shipments/{id}"))
                .atPriority(1)
                .willReturn(okJson(answer.toString())));
        assertThat(shipments.shipment(PLAN, SHIPMENT).state()).isEqualTo(ShipmentState.UNKNOWN);
    }

    @Test
    void whatWeAskIsWhatAmazonOffersAtTheRateThatAmazonSets() {
        for (SellingPartnerOperation operation : SellingPartnerOperation.values()) {
            AmazonModels.Described described =
                    models.operation(operation.amazonName()).orElseThrow();
            assertThat(described.path()).isEqualTo(operation.path());
            assertThat(described.method())
                    .isEqualToIgnoringCase(operation.method().name());
            assertThat(described.operation().path("deprecated").asBoolean()).isFalse();
            assertThat(described.operation().path("description").asText())
                    .as(operation.amazonName())
                    .containsPattern(
                            "\\| %d \\| %d \\|".formatted(SellingPartnerOperation.CALLS_A_SECOND, operation.burst()));
        }
        shipments.plan(PLAN);
    }

    @Test
    void theJudgeSeesWhatIsWrong() {
        account.amazon.stubFor(get(urlPathEqualTo("/fba/inbound/v0/shipments")).willReturn(okJson("{}")));
        Stream.of("?QueryType=SHIPMENT", "?QueryType=TODAY&MarketplaceId=A").forEach(query -> {
            try {
                java.net.http.HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(URI.create(
                                                account.amazon.baseUrl() + "/fba/inbound/v0/shipments" + query))
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.discarding());
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(queries("/fba/inbound/v0/shipments"))
                .allSatisfy(request -> assertThat(models.faultsOf(request)).isNotEmpty());
        account.amazon.resetRequests();
        shipments.plan(PLAN);
    }

    private List<LoggedRequest> queries(String path) {
        return account.amazon.findAll(getRequestedFor(urlPathEqualTo(path)));
    }

    private static Money usd(String amount) {
        return Money.parse(amount, "USD");
    }
}
