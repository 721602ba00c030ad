/** What people are told, in both languages, in the transaction that causes it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "access"})
package com.lianxing.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
