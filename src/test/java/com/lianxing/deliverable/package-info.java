@NullMarked
package com.lianxing.deliverable;

import org.jspecify.annotations.NullMarked;
