package com.lianxing.process.engine;

/** One part of {@link FirstStart}; the order is Spring's {@code @Order}. */
public interface StartStep {

    int IDENTITY = 10;
    int GRANTS = 20;
    int MODELS = 30;
    int FILTERS = 40;
    int DEMO = 50;

    /** Adds what is missing; a second run changes nothing. */
    void run();
}
