/** What may be deployed, how a deployment becomes a whole release, and the first release at start. */
@NullMarked
package com.lianxing.process.release;

import org.jspecify.annotations.NullMarked;
