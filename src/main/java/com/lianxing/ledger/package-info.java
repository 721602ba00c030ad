/** Budgets by project and line: what may be spent, what is held, what is gone. Nothing else writes money. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "project", "audit", "access"})
package com.lianxing.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
