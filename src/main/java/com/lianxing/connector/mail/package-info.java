/** Sends what waits in the outbox by SMTP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "notification"})
package com.lianxing.connector.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
