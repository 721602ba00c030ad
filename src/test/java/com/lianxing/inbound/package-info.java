@NullMarked
package com.lianxing.inbound;

import org.jspecify.annotations.NullMarked;
