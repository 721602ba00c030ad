/** The delegates of {@code processes/quote-comparison.bpmn}. */
@NullMarked
package com.lianxing.process.quotecomparison;

import org.jspecify.annotations.NullMarked;
