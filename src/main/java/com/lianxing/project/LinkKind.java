package com.lianxing.project;

import java.util.Set;

/** Why one project waits for another: domain.md 0.2 and 3.2. */
public enum LinkKind {
    /** Its goods may not be imported before the other has cleared them. */
    NEEDS_CLEARANCE(Set.of(Lifecycle.FBA_INBOUND, Lifecycle.BLACK_FRIDAY_LAUNCH), Lifecycle.FDA_CERTIFICATION),
    /** It sells or moves on what the other brings in. */
    FEEDS_STOCK(Set.of(Lifecycle.BLACK_FRIDAY_LAUNCH, Lifecycle.FBA_INBOUND), Lifecycle.FBA_INBOUND);

    private final Set<Lifecycle> waiting;
    private final Lifecycle needed;

    LinkKind(Set<Lifecycle> waiting, Lifecycle needed) {
        this.waiting = waiting;
        this.needed = needed;
    }

    /** Whether others may wait for the project in this way. */
    public boolean isNeededAs(Project project) {
        return needed == Lifecycle.of(project.lifecycle());
    }

    boolean fits(Project waits, Project isNeeded) {
        return waiting.contains(Lifecycle.of(waits.lifecycle())) && isNeededAs(isNeeded);
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "project.link." + name();
    }
}
