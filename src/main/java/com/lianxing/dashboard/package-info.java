/** The pages outside Tasklist: sign-in, projects, reference data, and the project tab inside a task. */
@NullMarked
@ApplicationModule
package com.lianxing.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
