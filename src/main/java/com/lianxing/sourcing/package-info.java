/** Whom we buy from, who vouches for them, what they offer, and which offer was chosen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "audit", "reference", "project"})
package com.lianxing.sourcing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
