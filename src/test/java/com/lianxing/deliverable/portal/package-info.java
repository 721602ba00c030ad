@NullMarked
package com.lianxing.deliverable.portal;

import org.jspecify.annotations.NullMarked;
