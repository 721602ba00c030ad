@NullMarked
package com.lianxing.process.budgetapproval;

import org.jspecify.annotations.NullMarked;
