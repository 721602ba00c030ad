@NullMarked
package com.lianxing.transaction;

import org.jspecify.annotations.NullMarked;
