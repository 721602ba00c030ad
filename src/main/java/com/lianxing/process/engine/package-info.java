/** Settings and guards of the engine: identity, rights, duty, submissions, typed variables, refusals. */
@NullMarked
package com.lianxing.process.engine;

import org.jspecify.annotations.NullMarked;
