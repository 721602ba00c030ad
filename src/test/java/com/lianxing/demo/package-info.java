/** Whole projects, told by the people of the demo company. */
@NullMarked
package com.lianxing.demo;

import org.jspecify.annotations.NullMarked;
