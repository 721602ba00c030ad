/** The delegates of {@code processes/fda-certification.bpmn}. */
@NullMarked
package com.lianxing.process.fdacertification;

import org.jspecify.annotations.NullMarked;
