/**
 * When each step of a plan must start at the latest, when it can be done at the earliest, and what is left between the two.
 * Pure: it knows neither the engine nor the database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar"})
package com.lianxing.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
