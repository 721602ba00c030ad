package com.lianxing.process.engine.worker;

import java.time.Duration;
import java.util.Map;

/** What became of a call to an outside system. */
public sealed interface OutsideResult {

    /** The process goes on, with these variables. */
    record Done(Map<String, Object> variables) implements OutsideResult {}

    /** Not now, and nobody's fault: the same again after that long, however often. */
    record Later(Duration pause) implements OutsideResult {}

    /** It may go well another time: tried again later and later, then given up. */
    record Failed(String why) implements OutsideResult {}

    /** Trying again cannot help: an incident at once, and {@link OutsideWork#onGivenUp}. */
    record GivenUp(String why) implements OutsideResult {}

    static OutsideResult done() {
        return new Done(Map.of());
    }
}
