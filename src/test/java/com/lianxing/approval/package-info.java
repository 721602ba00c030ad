@NullMarked
package com.lianxing.approval;

import org.jspecify.annotations.NullMarked;
