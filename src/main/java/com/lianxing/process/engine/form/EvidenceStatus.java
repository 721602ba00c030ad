package com.lianxing.process.engine.form;

import org.jspecify.annotations.Nullable;

/** Whether a file of some kind is there. Evidence counts as present if any bean of this type says so. */
public interface EvidenceStatus {

    /**
     * @param kind as the model names it, for example {@code PROFORMA_INVOICE}
     * @param taskKey id of the user task in its model
     * @param shipmentId null for a step of the project as a whole
     */
    boolean present(String kind, String taskId, String taskKey, String projectCode, @Nullable String shipmentId);
}
