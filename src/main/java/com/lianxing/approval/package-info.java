/** Who decides about money, in which order, and what was decided; posts to the ledger what was approved. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "transaction",
            "money",
            "calendar",
            "access",
            "audit",
            "reference",
            "project",
            "ledger",
            "sourcing"
        })
package com.lianxing.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
