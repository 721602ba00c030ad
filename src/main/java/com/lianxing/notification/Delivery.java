package com.lianxing.notification;

import java.util.List;

/**
 * What goes out in one piece to one reader.
 *
 * @param id the same when it is handed over again, so that a repeat can be known
 * @param messages at least one, the oldest first, all to the same reader
 */
public record Delivery(String id, List<Notification> messages) {

    public Delivery {
        messages = List.copyOf(messages);
    }

    /** Whose messages these are. */
    public Notification first() {
        return messages.get(0);
    }
}
