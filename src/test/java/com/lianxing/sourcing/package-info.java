@NullMarked
package com.lianxing.sourcing;

import org.jspecify.annotations.NullMarked;
