/** The engine's HTTP interfaces as people meet them: our sentences instead of its errors, in their language. */
@NullMarked
package com.lianxing.process.engine.http;

import org.jspecify.annotations.NullMarked;
