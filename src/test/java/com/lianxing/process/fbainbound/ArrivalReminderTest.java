package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Amazon waits 75 days for all of a plan from abroad (domain.md A19); two weeks before, people hear of what is missing. */
@LianxingTest
class ArrivalReminderTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Autowired
    private InboundProjects company;

    @Autowired
    private Routes routes;

    @Autowired
    private Inbound inbound;

    @Autowired
    private InboundPlans plans;

    @Autowired
    private Outbox outbox;

    @BeforeEach
    void theCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aShipmentThatHasNotArrivedIsToldToLogisticsAndTheManagerWithTheLastDay() {
        ProjectCode project = routes.to(Routes.SHIPMENT + "userTask_bookCarrier");
        Instant made = plans.createdAt(project).orElseThrow();
        LocalDate last = LocalDate.ofInstant(made, LOS_ANGELES).plusDays(75);
        assertThat(company.due(project, "timerEvent_arrivalNear"))
                .isEqualTo(last.minusDays(14).atTime(23, 59).atZone(LOS_ANGELES).toInstant());

        company.fire(project, "timerEvent_arrivalNear");

        String amazonId = inbound.shipments(project).get(0).amazonShipmentId();
        for (String person : List.of("logistics", "pm")) {
            assertThat(told(person, project)).singleElement().satisfies(message -> {
                assertThat(message.textEn()).contains(amazonId, last.toString());
                assertThat(message.textZh()).contains(amazonId, last.toString());
            });
        }
        assertThat(told("ops", project)).isEmpty();
        assertThat(company.open(project)).contains("userTask_bookCarrier");
    }

    @Test
    void whatHasArrivedIsNotWarnedAbout() {
        ProjectCode project = routes.to(Routes.SHIPMENT + "userTask_recordReceipt");

        company.fire(project, "timerEvent_arrivalNear");

        assertThat(Stream.of("logistics", "pm").flatMap(person -> told(person, project).stream()))
                .isEmpty();
    }

    private List<Notification> told(String person, ProjectCode project) {
        return outbox.to(person, 200).stream()
                .filter(message -> message.kind().equals("ARRIVAL_DUE"))
                .filter(message -> message.subjectCode().equals(project.value()))
                .toList();
    }
}
