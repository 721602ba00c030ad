/** What outside parties deliver, version by version, and how each was reviewed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "project"})
package com.lianxing.deliverable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
