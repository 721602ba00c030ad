@NullMarked
package com.lianxing.reference;

import org.jspecify.annotations.NullMarked;
