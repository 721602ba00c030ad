package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.amazonoperation.ScriptedAmazon;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.ShownForms;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the labels of a shipment's boxes come from. */
@LianxingTest
class BoxLabelsTest {

    @Autowired
    private Shipments shipments;

    @Autowired
    private Inbound inbound;

    @Autowired
    private ScriptedAmazon amazon;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private ShownForms shown;

    @LocalServerPort
    private int port;

    @AfterEach
    void disconnect() {
        amazon.disconnect();
    }

    @Test
    void aConnectedAmazonsLabelsAreLinkedInTheFormThatBooksTheCarrier() {
        amazon.connect();
        Shipments.Run run = shipments.start();

        assertThat(formOf(run)).contains("(" + path(run) + ")");
        HttpResponse<String> answer = logistics().get(path(run));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        location -> assertThat(location).startsWith("https://labels.example/" + amazonId(run)));
    }

    @Test
    void whatAmazonWillNotGiveIsPrintedInSellerCentral() {
        Shipments.Run run = shipments.start();
        assertThat(formOf(run))
                .contains("Print the labels of the boxes in Seller Central")
                .doesNotContain(path(run));

        amazon.connect();
        amazon.fails(Kind.REFUSED, "no such shipment", Duration.ZERO);
        HttpResponse<String> answer = logistics().get(path(run));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("no such shipment", "Seller Central");
    }

    @Test
    void nobodyGetsLabelsWithoutSigningInAndNobodyThoseOfNoShipment() {
        Shipments.Run run = shipments.start();
        assertThat(Visitor.nobody(port).get(path(run)).statusCode()).isEqualTo(401);
        assertThat(logistics().get(path(run).replace("/labels", "9/labels")).statusCode())
                .isEqualTo(404);
    }

    private Visitor logistics() {
        String person = colleagues.with(Role.LOGISTICS, "labels", Locale.ENGLISH);
        return Visitor.program(port, person, Colleagues.PASSWORD);
    }

    private String formOf(Shipments.Run run) {
        return shown.ofTask(
                        shipments.task(run, "userTask_bookCarrier").taskId(), Reader.unknown("labels", Locale.ENGLISH))
                .orElseThrow();
    }

    private String amazonId(Shipments.Run run) {
        return inbound.shipment(run.project(), run.shipment()).orElseThrow().amazonShipmentId();
    }

    private static String path(Shipments.Run run) {
        return "/api/projects/%s/shipments/%s/labels".formatted(run.project(), run.shipment());
    }
}
