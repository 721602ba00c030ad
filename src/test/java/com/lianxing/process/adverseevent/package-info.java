@NullMarked
package com.lianxing.process.adverseevent;

import org.jspecify.annotations.NullMarked;
