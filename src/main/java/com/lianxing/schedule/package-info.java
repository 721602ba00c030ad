/**
 * When each step of a plan must start at the latest, when it can be done at the earliest, and what is left between the two.
 * The calculation is pure and knows no engine; what was planned once, and each date that moved, is kept.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "project"})
package com.lianxing.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
