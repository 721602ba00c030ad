package com.lianxing.process.engine;

import org.springframework.modulith.NamedInterface;

/** One part of {@link FirstStart}; the order is Spring's {@code @Order}. */
@NamedInterface("start")
public interface StartStep {

    int GROUPS = 10;
    int DEMO_PEOPLE = 12;
    int ADMINISTRATOR = 15;
    int GRANTS = 20;
    int MODELS = 30;
    int FILTERS = 40;
    int DEMO = 50;

    /** Adds what is missing; a second run changes nothing. */
    void run();
}
