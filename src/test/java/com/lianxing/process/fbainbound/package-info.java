@NullMarked
package com.lianxing.process.fbainbound;

import org.jspecify.annotations.NullMarked;
