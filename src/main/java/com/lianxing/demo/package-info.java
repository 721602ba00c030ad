/** The demo company: people with a public password, their catalogue, and projects played through the real engine. */
@NullMarked
@ApplicationModule
package com.lianxing.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
