/** Files of any subject, by their hash, in versions that never change. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "audit"})
package com.lianxing.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
