/** Half of a cycle. */
@NullMarked
package com.lianxing.counterexample.one;

import org.jspecify.annotations.NullMarked;
