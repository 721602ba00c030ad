@NullMarked
package com.lianxing.launch;

import org.jspecify.annotations.NullMarked;
