/** What holds for as long as one database transaction. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.lianxing.transaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
