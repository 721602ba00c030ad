/** One write at Amazon, from asking to its outcome: {@code processes/amazon-operation.bpmn}. */
@NullMarked
package com.lianxing.process.amazonoperation;

import org.jspecify.annotations.NullMarked;
