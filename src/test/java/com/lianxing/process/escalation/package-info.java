@NullMarked
package com.lianxing.process.escalation;

import org.jspecify.annotations.NullMarked;
