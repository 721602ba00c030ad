package com.lianxing.process.fbashipment;

import com.lianxing.notification.Outbox;
import com.lianxing.process.engine.TaskObserver;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** A step of a shipment that is done, or that nobody has to do any more, is not reminded of: see {@link ShipmentNotices}. */
@Component
class ReminderEnd implements TaskObserver {

    private final Outbox outbox;

    ReminderEnd(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void ended(TaskEntity task) {
        if (task.getProcessDefinition().getKey().equals(FbaShipment.KEY)) {
            outbox.withdraw(task.getId());
        }
    }
}
