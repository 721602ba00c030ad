/** The delegates of {@code processes/deal-submission.bpmn}. */
@NullMarked
package com.lianxing.process.dealsubmission;

import org.jspecify.annotations.NullMarked;
