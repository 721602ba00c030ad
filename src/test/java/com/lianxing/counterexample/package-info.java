/** One class for each rule of {@code ArchitectureTest}, made to break it. Nothing here runs. */
@NullMarked
package com.lianxing.counterexample;

import org.jspecify.annotations.NullMarked;
