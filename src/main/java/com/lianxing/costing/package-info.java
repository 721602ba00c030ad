/** What a project is planned to cost, what it was billed, and what it paid. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "reference", "project", "ledger"})
package com.lianxing.costing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
