/** What every project has, whatever its lifecycle: code, team, dates and status. */
@NullMarked
@ApplicationModule(allowedDependencies = {"transaction", "calendar", "access", "audit", "catalog"})
package com.lianxing.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
