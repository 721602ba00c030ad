/** Lianxing (联星出海): runs US-market projects of cross-border sellers. Each direct subpackage is a module. */
@NullMarked
package com.lianxing;

import org.jspecify.annotations.NullMarked;
