/** Time as people here live it: the one clock, deadlines on the clock they were stated in, and which days are worked. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.lianxing.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
