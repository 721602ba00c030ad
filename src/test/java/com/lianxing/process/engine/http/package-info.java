@NullMarked
package com.lianxing.process.engine.http;

import org.jspecify.annotations.NullMarked;
