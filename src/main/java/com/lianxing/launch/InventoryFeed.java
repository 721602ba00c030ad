package com.lianxing.launch;

/** How many pieces can still be sold. */
public interface InventoryFeed extends EventFeed {

    @Override
    default Figure.Kind kind() {
        return Figure.Kind.STOCK;
    }
}
