/** The pages of outside parties under {@code /portal}: each shows one deliverable to whoever holds a link to it. */
@NullMarked
package com.lianxing.deliverable.portal;

import org.jspecify.annotations.NullMarked;
