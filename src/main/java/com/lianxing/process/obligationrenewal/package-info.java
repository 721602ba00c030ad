/** What Java does in {@code processes/obligation-renewal.bpmn}. */
@NullMarked
package com.lianxing.process.obligationrenewal;

import org.jspecify.annotations.NullMarked;
