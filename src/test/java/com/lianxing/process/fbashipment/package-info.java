@NullMarked
package com.lianxing.process.fbashipment;

import org.jspecify.annotations.NullMarked;
