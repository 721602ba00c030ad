@NullMarked
package com.lianxing.process.blackfridaylaunch;

import org.jspecify.annotations.NullMarked;
