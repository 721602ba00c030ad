/** What Java does in {@code processes/adverse-event.bpmn}. */
@NullMarked
package com.lianxing.process.adverseevent;

import org.jspecify.annotations.NullMarked;
