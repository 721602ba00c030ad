package com.lianxing.deliverable;

import java.util.Optional;

/** The step of a process at which a version is waited for. */
public interface DeliveryStep {

    /** The task at which it is waited for now; empty if nobody waits, or the project is on hold. */
    Optional<String> waiting(Deliverable wanted);

    /**
     * Ends the step on behalf of the outside party, and keeps that it was so, in the caller's transaction.
     *
     * @param party who has handed the version in
     * @param task as {@link #waiting} named it
     * @param note what the party says of the version; may be empty
     */
    void end(Deliverable wanted, OutsideParty party, String task, DeliveredVersion version, String note);
}
