@NullMarked
package com.lianxing.process.supplierverification;

import org.jspecify.annotations.NullMarked;
