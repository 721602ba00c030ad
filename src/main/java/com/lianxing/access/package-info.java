/** Who people are, which roles they hold, and the one security chain in front of everything. */
@NullMarked
@ApplicationModule(allowedDependencies = {"transaction", "calendar"})
package com.lianxing.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
