/** Has a ClamAV daemon scan what is handed in. */
@NullMarked
@ApplicationModule(allowedDependencies = "document")
package com.lianxing.connector.clamav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
