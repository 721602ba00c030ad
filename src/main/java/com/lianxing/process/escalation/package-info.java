/** Reminds people of their steps, and what Java does in {@code processes/escalation.bpmn} when they are late. */
@NullMarked
package com.lianxing.process.escalation;

import org.jspecify.annotations.NullMarked;
