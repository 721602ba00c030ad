package com.lianxing.certification;

import java.util.List;

/**
 * A way through the rules of the FDA. A product may have to go several at once: a moisturiser with sun protection is a
 * cosmetic and a drug. Source: domain.md 2.3 and D2, for a US regulatory adviser to sign off.
 */
public enum FdaPath {
    /** MoCRA: the facility is registered by its operator, the product listed by the responsible person. */
    COSMETIC(EvidenceType.FACILITY_REGISTRATION, EvidenceType.PRODUCT_LISTING),
    /** A drug under a monograph. */
    OTC_DRUG(EvidenceType.ESTABLISHMENT_REGISTRATION, EvidenceType.LABELER_CODE, EvidenceType.PRODUCT_LISTING),
    /** A drug that no monograph covers. */
    DRUG_NDA,
    FOOD(EvidenceType.FOOD_FACILITY_REGISTRATION),
    FOOD_CONTACT(EvidenceType.MEMO),
    /** What more it takes depends on its class: {@link DeviceRoute}. */
    DEVICE(EvidenceType.ESTABLISHMENT_REGISTRATION, EvidenceType.PRODUCT_LISTING),
    RADIATION(EvidenceType.ACCESSION_NUMBER),
    WELLNESS_MEMO(EvidenceType.MEMO),
    /** Not regulated by the FDA; others may be. */
    NONE(EvidenceType.MEMO),
    /** Facts that contradict each other or are missing: an expert says which path it is. */
    MANUAL_EXPERT;

    private final List<EvidenceType> evidence;

    FdaPath(EvidenceType... evidence) {
        this.evidence = List.of(evidence);
    }

    /** What proves that the path was gone to its end; empty where nobody may go it without a decision from above. */
    public List<EvidenceType> evidence() {
        return evidence;
    }

    /** Whether something is filed with the FDA. */
    public boolean isFiled() {
        return !evidence.isEmpty() && !evidence.contains(EvidenceType.MEMO);
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "certification.path." + name();
    }
}
