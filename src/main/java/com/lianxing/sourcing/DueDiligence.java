package com.lianxing.sourcing;

/** What is looked at before a supplier counts as verified (domain.md S10, S20). */
public enum DueDiligence {
    /** The business licence, against the public register. */
    LICENCE,
    /** The holder of the bank account is the company of the licence. */
    BANK_ACCOUNT,
    /** Who owns its domain, and since when. */
    DOMAIN_RECORD,
    /** What others write of it, where it cannot take that down. */
    REVIEWS,
    /** The product or service is found on public platforms. */
    MARKETPLACES,
    /** A customer who was asked. */
    REFERENCE;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "sourcing.check." + name();
    }
}
