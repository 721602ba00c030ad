@NullMarked
package com.lianxing.audit;

import org.jspecify.annotations.NullMarked;
