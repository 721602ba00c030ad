@NullMarked
package com.lianxing.process.amazonoperation;

import org.jspecify.annotations.NullMarked;
