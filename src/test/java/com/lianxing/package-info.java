/** Tests: real engine, real PostgreSQL, real browser; one server and one Spring context for the suite. */
@NullMarked
package com.lianxing;

import org.jspecify.annotations.NullMarked;
