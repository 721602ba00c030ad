@NullMarked
package com.lianxing.process.engine;

import org.jspecify.annotations.NullMarked;
