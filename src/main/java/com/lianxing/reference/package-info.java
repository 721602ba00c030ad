/** Values that others set and that change: fees, limits, rates, dates; each with its days, its source and its status. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "audit"})
package com.lianxing.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
