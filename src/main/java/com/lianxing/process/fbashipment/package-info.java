/** The delegates of {@code processes/fba-shipment.bpmn}: one instance per shipment, from booking to receipt. */
@NullMarked
package com.lianxing.process.fbashipment;

import org.jspecify.annotations.NullMarked;
