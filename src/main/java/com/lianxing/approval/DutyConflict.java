package com.lianxing.approval;

/** Why a person may not decide on a request. The names are those of the rules: {@code refusal.<name>} says it. */
public enum DutyConflict {
    /** Asked for it. */
    DUTY_REQUESTER,
    /** Audits, owns the process or administers. */
    DUTY_ROLE_EXCLUDED,
    /** Decided on the same request before, or is named for another step of it. */
    DUTY_TWICE,
    /** Made or changed the vendor's entry within 30 days. */
    DUTY_SUPPLIER_EDITOR,
    /** Approved the purchase that is to be paid, and it was not small. */
    DUTY_PURCHASE_APPROVER,
    /** Another person, role or department is asked. */
    DUTY_NOT_ASKED,
    /** Nobody is asked any more. */
    DUTY_CLOSED
}
