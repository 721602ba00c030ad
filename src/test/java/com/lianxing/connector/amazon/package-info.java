@NullMarked
package com.lianxing.connector.amazon;

import org.jspecify.annotations.NullMarked;
