/** What happened, who did it and what they were shown: chained by hash, so that a change is found. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "access"})
package com.lianxing.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
