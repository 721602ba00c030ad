package com.lianxing.certification;

import java.util.regex.Pattern;

/**
 * What proves that a duty towards the FDA is met: always a number or a document of a certain kind, never a general
 * "FDA certificate", which the FDA does not issue. Source: domain.md 2 and 2.2.
 */
public enum EvidenceType {
    FACILITY_REGISTRATION("[0-9]{7,10}"),
    FOOD_FACILITY_REGISTRATION("[0-9]{11}"),
    ESTABLISHMENT_REGISTRATION("[0-9]{7,10}"),
    PRODUCT_LISTING("[A-Z0-9-]{4,20}"),
    LABELER_CODE("[0-9]{4,6}"),
    CLEARANCE_510K("K[0-9]{6}"),
    /** Of a PMA or a De Novo request. */
    PREMARKET_APPROVAL("P[0-9]{6}|DEN[0-9]{6}"),
    ACCESSION_NUMBER("[A-Z0-9-]{5,20}"),
    /** Why the FDA asks for nothing, with the claims that were looked at. */
    MEMO("[A-Za-z0-9./-]{1,40}"),
    /** What agencies sell under that name. It proves nothing. */
    AGENCY_CERTIFICATE(".{1,80}");

    private final Pattern number;

    EvidenceType(String number) {
        this.number = Pattern.compile(number);
    }

    /** Whether the number has the form that the FDA gives it. */
    public boolean isNumber(String text) {
        return number.matcher(text).matches();
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "certification.evidence." + name();
    }
}
