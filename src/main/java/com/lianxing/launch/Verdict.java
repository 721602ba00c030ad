package com.lianxing.launch;

import java.util.Collection;
import java.util.Comparator;

/** What a gate says, the worse the later. */
public enum Verdict {
    GO,
    /** With fewer pieces, a smaller cap, or once something is mended. */
    REDUCE,
    NO_GO;

    /** Of nothing at all: {@link #NO_GO}. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(NO_GO);
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "launch.verdict." + name();
    }
}
