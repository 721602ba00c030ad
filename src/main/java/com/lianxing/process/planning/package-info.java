/** Reads plans out of the diagrams, and what became of them out of the engine's history. */
@NullMarked
package com.lianxing.process.planning;

import org.jspecify.annotations.NullMarked;
