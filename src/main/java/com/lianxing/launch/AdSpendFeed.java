package com.lianxing.launch;

/** What advertising has cost since the event began, in cents. */
public interface AdSpendFeed extends EventFeed {

    @Override
    default Figure.Kind kind() {
        return Figure.Kind.AD_SPEND;
    }
}
