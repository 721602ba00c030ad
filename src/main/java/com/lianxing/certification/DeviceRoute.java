package com.lianxing.certification;

import java.util.List;

/** What the class of a medical device asks for before it may be imported. Source: domain.md D2b. */
public enum DeviceRoute {
    REGISTER_AND_LIST,
    /** 510(k) first, then registration and listing. */
    CLEARANCE_510K(EvidenceType.CLEARANCE_510K),
    /** PMA or De Novo: not begun without a decision of the general manager. */
    PREMARKET_APPROVAL(EvidenceType.PREMARKET_APPROVAL),
    /** The product code is not known. */
    MANUAL_EXPERT;

    private final List<EvidenceType> evidence;

    DeviceRoute(EvidenceType... evidence) {
        this.evidence = List.of(evidence);
    }

    /** Beyond that of {@link FdaPath#DEVICE}. */
    public List<EvidenceType> evidence() {
        return evidence;
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "certification.route." + name();
    }
}
