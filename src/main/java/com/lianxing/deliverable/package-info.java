/** What outside parties deliver, version by version, how each was reviewed, and the portal where they hand it in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "access", "audit", "document", "project", "notification"})
package com.lianxing.deliverable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
