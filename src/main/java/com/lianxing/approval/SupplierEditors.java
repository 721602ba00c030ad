package com.lianxing.approval;

import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.calendar.Clock;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who made or changed a vendor's entry lately, and so does not decide on money for it. */
@Component
class SupplierEditors {

    static final Duration CONFLICT_LASTS = Duration.ofDays(30);

    private static final Set<String> EDITS = Set.of("sourcing.supplierAdded", "sourcing.supplierEdited");
    private static final String SUBJECT = "supplier";
    private static final int PAGE = 200;

    private final Suppliers suppliers;
    private final AuditTrail trail;
    private final Clock clock;

    SupplierEditors(Suppliers suppliers, AuditTrail trail, Clock clock) {
        this.suppliers = suppliers;
        this.trail = trail;
        this.clock = clock;
    }

    Set<String> of(ApprovalRequest request) {
        return request.vendorId() == null ? Set.of() : of(request.vendorId());
    }

    private Set<String> of(UUID vendor) {
        Instant since = clock.now().minus(CONFLICT_LASTS);
        Supplier supplier = suppliers.require(vendor);
        if (!supplier.editedAt().isAfter(since)) {
            return Set.of();
        }
        Set<String> editors = new HashSet<>(Set.of(supplier.editedBy()));
        // The entry itself knows its last editor only; the trail knows those before.
        List<StoredEntry> page = trail.entries(SUBJECT, vendor.toString(), 0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(entry ->
                            EDITS.contains(entry.action()) && entry.at().isAfter(since))
                    .forEach(entry -> editors.add(entry.actor()));
            page = trail.entries(
                    SUBJECT, vendor.toString(), page.get(page.size() - 1).seq(), PAGE);
        }
        return editors;
    }
}
