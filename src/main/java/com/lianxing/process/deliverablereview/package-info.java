/** The delegates of {@code processes/deliverable-review.bpmn}. */
@NullMarked
package com.lianxing.process.deliverablereview;

import org.jspecify.annotations.NullMarked;
