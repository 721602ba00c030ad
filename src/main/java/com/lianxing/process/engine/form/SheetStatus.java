package com.lianxing.process.engine.form;

import org.jspecify.annotations.Nullable;

/** Whether the rows that a step needs are there. A sheet counts as filled if any bean of this type says so. */
public interface SheetStatus {

    /**
     * @param sheet as the model names it, for example {@code items}; false for a sheet of somebody else
     * @param shipmentId null for a step of the project as a whole
     */
    boolean filled(String sheet, String projectCode, @Nullable String shipmentId);
}
