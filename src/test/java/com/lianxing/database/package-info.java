@NullMarked
package com.lianxing.database;

import org.jspecify.annotations.NullMarked;
