/** Amounts that refuse to lose a cent: whole minor units with a currency, rates, unit prices and the split of a sum. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.lianxing.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
