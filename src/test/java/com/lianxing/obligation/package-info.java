@NullMarked
package com.lianxing.obligation;

import org.jspecify.annotations.NullMarked;
