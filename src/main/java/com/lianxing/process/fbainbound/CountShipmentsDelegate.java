package com.lianxing.process.fbainbound;

import com.lianxing.calendar.Clock;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Sheet;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** {@code serviceTask_countShipments}: of how many shipments Amazon is asked for windows; none is known to expire yet. */
@Component
class CountShipmentsDelegate implements JavaDelegate {

    /** The timer must have a moment, also where a person takes a window in Seller Central, whose end nobody told us. */
    private static final Duration NO_KNOWN_END = Duration.ofDays(365);

    private final Sheet splits;
    private final Clock clock;

    CountShipmentsDelegate(@Qualifier("splitsSheet") Sheet splits, Clock clock) {
        this.splits = splits;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long shipments = splits.read(Sheet.Subject.of(ProjectProcess.project(execution))).rows().stream()
                .map(row -> row.get("amazonShipmentId"))
                .distinct()
                .count();
        FbaInbound.SHIPMENT_COUNT.set(execution, shipments);
        FbaInbound.WINDOWS_EXPIRE_AT.set(execution, Date.from(clock.now().plus(NO_KNOWN_END)));
    }
}
