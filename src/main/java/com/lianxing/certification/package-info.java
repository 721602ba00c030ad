/** What the FDA asks of a product: the paths it takes, who stands for it in the US, what was filed, and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "access",
            "audit",
            "reference",
            "catalog",
            "project",
            "ledger",
            "costing"
        })
package com.lianxing.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
