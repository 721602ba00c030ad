package com.lianxing.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number that the FDA gave.
 *
 * @param renewalDueOn until when it has to be renewed; null if it stays
 * @param publicSource where the FDA's own database shows it; null where it has none
 */
public record Registration(
        FdaPath path,
        EvidenceType type,
        String number,
        LocalDate effectiveOn,
        @Nullable LocalDate renewalDueOn,
        @Nullable String publicSource) {}
