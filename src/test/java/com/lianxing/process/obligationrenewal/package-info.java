@NullMarked
package com.lianxing.process.obligationrenewal;

import org.jspecify.annotations.NullMarked;
