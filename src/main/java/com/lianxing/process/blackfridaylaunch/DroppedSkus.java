package com.lianxing.process.blackfridaylaunch;

import java.util.Arrays;
import java.util.List;

/** What somebody wrote into a form as the SKUs that are dropped. */
final class DroppedSkus {

    static final String FIELD = "droppedSkus";

    private DroppedSkus() {}

    /** In the order they were written. */
    static List<String> in(String entered) {
        return Arrays.stream(entered.split("[,\\uFF0C\\s]+"))
                .filter(sku -> !sku.isBlank())
                .distinct()
                .toList();
    }
}
