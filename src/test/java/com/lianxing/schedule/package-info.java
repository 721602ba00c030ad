@NullMarked
package com.lianxing.schedule;

import org.jspecify.annotations.NullMarked;
