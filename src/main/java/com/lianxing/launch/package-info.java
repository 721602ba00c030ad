/** What a launch on fixed days is made of: its goals, dates, offers, deals, campaigns, and the gates it has to pass. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"money", "calendar", "access", "audit", "reference", "catalog", "project", "ledger"})
package com.lianxing.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
