@NullMarked
package com.lianxing.process.quotecomparison;

import org.jspecify.annotations.NullMarked;
