package com.lianxing.process.engine;

import com.lianxing.calendar.DeadlineKind;
import java.util.Map;

/** Date variables of a process that somebody else sets: a law, a platform, a contract. All others are our own. */
public interface DatesOfOthers {

    /** By the variable's name. */
    Map<String, DeadlineKind> kinds();
}
