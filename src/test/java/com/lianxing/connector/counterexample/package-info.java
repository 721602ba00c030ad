/** A connector that only {@code ArchitectureTest} knows. */
@NullMarked
package com.lianxing.connector.counterexample;

import org.jspecify.annotations.NullMarked;
