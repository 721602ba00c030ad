@NullMarked
package com.lianxing.process.deliverablereview;

import org.jspecify.annotations.NullMarked;
