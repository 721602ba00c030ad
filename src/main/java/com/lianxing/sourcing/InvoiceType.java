package com.lianxing.sourcing;

/** Which invoice a supplier gives; it decides whether VAT is a cost. */
public enum InvoiceType {
    /** 增值税专用发票: its VAT is deducted. */
    VAT_SPECIAL,
    /** 增值税普通发票: its VAT is a cost. */
    VAT_ORDINARY,
    /** From abroad, without Chinese VAT. */
    COMMERCIAL;

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "sourcing.invoice." + name();
    }
}
