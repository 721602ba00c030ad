@NullMarked
package com.lianxing.document;

import org.jspecify.annotations.NullMarked;
