package com.lianxing.demo;

import com.lianxing.process.WorkItem;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What people enter in the forms of a shipment, unless a test says otherwise: what the demo company's people do. */
public final class ShipmentForms {

    /** Of {@code userTask_recordDeparture}: the form then asks for nothing else. */
    public static final Object[] ROLLED = ShipmentValues.ROLLED;

    /** Of {@code userTask_recordDelivery}. */
    public static final Object[] REFUSED = {"deliveryOutcome", "REFUSED", "podNo", null};

    private final StepValues values;

    /**
     * @param now in Shanghai
     * @param number makes the papers' numbers differ
     */
    public ShipmentForms(LocalDateTime now, int number, String forwarderId) {
        this.values = new StepValues(now, new StepValues.Story(number, "", 0, "", forwarderId));
    }

    /** @param changes keys and values of the form, in place of the story's; null leaves the field empty */
    public Map<String, Object> of(WorkItem item, Object... changes) {
        Map<String, Object> entered = new HashMap<>(values.of(item));
        entered.putAll(StepValues.with(changes));
        entered.values().removeIf(Objects::isNull);
        return entered;
    }
}
