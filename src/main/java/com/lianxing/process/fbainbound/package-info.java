/** The delegates of {@code processes/fba-inbound.bpmn}: each is one service task, and calls the inbound module or the ledger. */
@NullMarked
package com.lianxing.process.fbainbound;

import org.jspecify.annotations.NullMarked;
