@NullMarked
package com.lianxing.notification;

import org.jspecify.annotations.NullMarked;
