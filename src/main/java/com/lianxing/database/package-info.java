/** Where the data live: the PostgreSQL server inside the application, its two roles, and the schema; imported by nobody. */
@NullMarked
@ApplicationModule(allowedDependencies = "calendar")
package com.lianxing.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
