@NullMarked
package com.lianxing.process;

import org.jspecify.annotations.NullMarked;
