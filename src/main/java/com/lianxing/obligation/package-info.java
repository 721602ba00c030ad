/** What has to be renewed or reported again and again: registrations, annual reports, contracts; period by period. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "access", "audit", "project"})
package com.lianxing.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
