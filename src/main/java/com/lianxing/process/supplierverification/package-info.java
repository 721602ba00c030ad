/** {@code processes/supplier-verification.bpmn}: suppliers whose verification is older than a year. */
@NullMarked
package com.lianxing.process.supplierverification;

import org.jspecify.annotations.NullMarked;
