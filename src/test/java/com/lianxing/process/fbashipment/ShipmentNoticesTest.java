package com.lianxing.process.fbashipment;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.notification.Outbox;
import com.lianxing.process.fbashipment.Shipments.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people are told of a shipment's deadlines is sent while there is something to do about it. */
@LianxingTest
class ShipmentNoticesTest {

    @Autowired
    private Shipments shipments;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Test
    void aReminderThatWasNotSentIsWithdrawnWhenTheStepIsDone() {
        Run run = shipments.startAt("userTask_fileIsf");
        shipments.fire(run, "timerEvent_isfDueIn48");
        assertThat(unsent(run)).contains("ISF_DUE");

        shipments.does(run, "userTask_fileIsf");

        assertThat(unsent(run)).doesNotContain("ISF_DUE");
    }

    @Test
    void whatALateStepLedToIsStillToldOnceItsTimeIsUp() {
        Run run = shipments.startAt("userTask_fileIsf");
        shipments.fire(run, "timerEvent_isfLate");
        assertThat(shipments.open(run)).containsExactly("userTask_holdCargo");

        shipments.does(run, "userTask_holdCargo");

        assertThat(unsent(run)).contains("ISF_LATE");
    }

    private List<String> unsent(Run run) {
        return outbox.due(clock.now().plus(Duration.ofDays(1)), 10_000).stream()
                .filter(message -> message.subjectCode().equals(run.project().value()))
                .map(message -> message.kind())
                .toList();
    }
}
