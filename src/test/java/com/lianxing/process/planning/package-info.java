@NullMarked
package com.lianxing.process.planning;

import org.jspecify.annotations.NullMarked;
