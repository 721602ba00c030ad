@NullMarked
package com.lianxing.project;

import org.jspecify.annotations.NullMarked;
