/** Amazon's Selling Partner API behind the ports of the modules above; imported by nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"money", "calendar", "inbound"})
package com.lianxing.connector.amazon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
