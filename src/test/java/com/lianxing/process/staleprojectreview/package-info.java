@NullMarked
package com.lianxing.process.staleprojectreview;

import org.jspecify.annotations.NullMarked;
