/** Whom we buy from: suppliers, and the second person who vouches for each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "audit", "project"})
package com.lianxing.sourcing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
