@NullMarked
package com.lianxing.certification;

import org.jspecify.annotations.NullMarked;
