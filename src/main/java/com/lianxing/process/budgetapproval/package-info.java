/** What Java does in {@code processes/budget-approval.bpmn}. */
@NullMarked
package com.lianxing.process.budgetapproval;

import org.jspecify.annotations.NullMarked;
