/** Half of a cycle. */
@NullMarked
package com.lianxing.counterexample.other;

import org.jspecify.annotations.NullMarked;
