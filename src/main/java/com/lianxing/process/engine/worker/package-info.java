/** Works on external tasks inside the application: calls to outside systems, which no engine transaction may contain. */
@NullMarked
package com.lianxing.process.engine.worker;

import org.jspecify.annotations.NullMarked;
