package com.lianxing.project;

import java.util.Arrays;

/** A kind of project. Outside this module it goes by the id of its process. */
enum Lifecycle {
    FBA_INBOUND("fba-inbound", "FBA"),
    FDA_CERTIFICATION("fda-certification", "FDA"),
    BLACK_FRIDAY_LAUNCH("black-friday-launch", "BFS");

    private final String processId;
    private final String prefix;

    Lifecycle(String processId, String prefix) {
        this.processId = processId;
        this.prefix = prefix;
    }

    /** How its project codes begin. */
    String prefix() {
        return prefix;
    }

    static Lifecycle of(String processId) {
        return Arrays.stream(values())
                .filter(lifecycle -> lifecycle.processId.equals(processId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lifecycle: " + processId));
    }
}
