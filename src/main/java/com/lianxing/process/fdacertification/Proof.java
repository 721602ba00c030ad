package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;

/** What an outside party delivers before anything is filed, in this order: domain.md 2.1, B08 to B10. */
enum Proof {
    /** Of the laboratory. */
    TEST_REPORT(Role.COMPLIANCE, Role.PROJECT_MANAGER),
    /** With the artwork. */
    LABEL(Role.DESIGN, Role.COMPLIANCE),
    /** Safety substantiation, or the file of an application. */
    TECHNICAL_FILE(Role.COMPLIANCE, Role.PROJECT_MANAGER);

    private final Role deliverer;
    private final Role reviewer;

    Proof(Role deliverer, Role reviewer) {
        this.deliverer = deliverer;
        this.reviewer = reviewer;
    }

    Role deliverer() {
        return deliverer;
    }

    Role reviewer() {
        return reviewer;
    }
}
