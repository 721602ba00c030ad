@NullMarked
package com.lianxing.process.fdacertification;

import org.jspecify.annotations.NullMarked;
