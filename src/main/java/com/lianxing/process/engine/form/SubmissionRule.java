package com.lianxing.process.engine.form;

import java.util.List;

/** Rules between the fields of one form, and between them and what the domain knows. A bean per form. */
public interface SubmissionRule {

    /** The form it belongs to, for example {@code fba-inbound-place-order}. */
    String formId();

    /**
     * What is wrong; empty if nothing is. Asked only when each field for itself is right, so required fields are
     * there. Reads, and changes nothing.
     */
    List<Violation> check(Submission submission);
}
