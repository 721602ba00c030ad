package com.lianxing.process.fbainbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.notification.Outbox;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.EntryResult;
import com.lianxing.reference.NewReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tariffs change the duty of goods that are not entered yet, and of no others. */
@LianxingTest
class TariffWatchTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private Routes routes;

    @Autowired
    private TariffWatch watch;

    @Autowired
    private ReferenceValues references;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @BeforeEach
    void theCompany() {
        company.enrolTheCompany();
    }

    @Test
    void goodsThatAreEnteredMeanwhileAreNoChangeOfTheirTariff() {
        ProjectCode project = routes.to(Routes.SHIPMENT + "userTask_fileEntry");
        EntryResult entered = references.enter(
                NewReferenceValue.number(
                        "tariff.OTHER",
                        "9404909000",
                        new BigDecimal("2.0000"),
                        "1",
                        clock.today(ZoneOffset.UTC).minusDays(3),
                        "test"),
                "finance");
        references.confirm(((EntryResult.Entered) entered).value().id(), "cfo");
        assertThat(watch.look(project)).as("the first price").isFalse();

        company.does(project, "userTask_fileEntry");

        assertThat(watch.look(project)).isFalse();
        assertThat(outbox.to("finance", 200))
                .filteredOn(message -> message.subjectCode().equals(project.value()))
                .noneMatch(message -> message.kind().equals("TARIFF_CHANGED"));
    }
}
