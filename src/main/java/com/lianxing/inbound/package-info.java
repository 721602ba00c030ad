/** What is known of an FBA inbound project: its SKUs, boxes, quotes, shipments, what the world reported, the landed cost. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "money",
            "calendar",
            "access",
            "audit",
            "reference",
            "document",
            "catalog",
            "project",
            "ledger",
            "sourcing",
            "costing",
            "approval"
        })
package com.lianxing.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
