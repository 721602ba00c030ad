package com.lianxing.inbound;

import com.lianxing.calendar.Deadline;
import com.lianxing.project.ProjectCode;

/**
 * A shipment will be, or was, at its port on another day than was said before: hours are nothing that a project's target
 * date depends on. Published in the transaction that says so.
 */
public record ArrivalMoved(
        ProjectCode project, String shipmentId, Voyages.Cause cause, Deadline before, Deadline after) {}
