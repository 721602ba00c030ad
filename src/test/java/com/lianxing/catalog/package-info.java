@NullMarked
package com.lianxing.catalog;

import org.jspecify.annotations.NullMarked;
