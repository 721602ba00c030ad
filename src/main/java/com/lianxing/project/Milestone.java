package com.lianxing.project;

import java.time.Instant;

/**
 * Something the project has reached.
 *
 * @param key e.g. {@code GOODS_READY}
 * @param at the first time
 */
public record Milestone(String key, Instant at) {}
