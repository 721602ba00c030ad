/** What we sell and where: the pieces with their weight, volume, cost and compliance state, and the channels. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "audit"})
package com.lianxing.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
