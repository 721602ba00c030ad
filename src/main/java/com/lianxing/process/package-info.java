/** Runs the lifecycles on the engine; the only module that knows Camunda. */
@NullMarked
@ApplicationModule
package com.lianxing.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
