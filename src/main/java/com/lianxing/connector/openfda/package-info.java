/** The FDA's public data at openFDA behind the port of {@code certification}; imported by nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"certification"})
package com.lianxing.connector.openfda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
