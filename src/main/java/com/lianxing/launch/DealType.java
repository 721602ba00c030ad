package com.lianxing.launch;

import com.lianxing.catalog.Channel;

/** What a channel lets one take part with. Source: domain.md 3.3. */
public enum DealType {
    BEST_DEAL(Channel.AMAZON_US),
    LIGHTNING(Channel.AMAZON_US),
    PRIME_DISCOUNT(Channel.AMAZON_US),
    COUPON(Channel.AMAZON_US),
    TIKTOK_CAMPAIGN(Channel.TIKTOK_SHOP_US),
    WALMART_DEAL(Channel.WALMART_US),
    SHOPIFY_CODE(Channel.SHOPIFY);

    private final Channel channel;

    DealType(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "launch.deal." + name();
    }
}
