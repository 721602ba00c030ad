/** {@code processes/stale-project-review.bpmn}: projects in which nobody does anything. */
@NullMarked
package com.lianxing.process.staleprojectreview;

import org.jspecify.annotations.NullMarked;
