package com.lianxing.launch;

/** What was sold since the event began, in cents at the prices paid. */
public interface SalesFeed extends EventFeed {

    @Override
    default Figure.Kind kind() {
        return Figure.Kind.SALES;
    }
}
