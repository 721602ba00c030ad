package com.lianxing.sourcing;

import java.util.List;

/** What became of a change to a supplier. Only {@link Saved} changed anything. */
public sealed interface SupplierResult {

    record Saved(Supplier supplier) implements SupplierResult {}

    /** Another supplier is called so already. */
    record DuplicateName(Supplier existing) implements SupplierResult {

        public static final String RULE = "SUPPLIER_NAME_TAKEN";
    }

    /** Whoever entered or last changed a supplier cannot be the one to verify it. */
    record SamePerson(Supplier supplier) implements SupplierResult {

        public static final String RULE = "SUPPLIER_SECOND_PERSON";
    }

    /** These points of the checklist have not been passed since the supplier was last changed. */
    record ChecksOpen(Supplier supplier, List<DueDiligence> open) implements SupplierResult {

        public static final String RULE = "SUPPLIER_CHECKS_OPEN";

        public ChecksOpen {
            open = List.copyOf(open);
        }
    }
}
