package com.lianxing.certification;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The paths of one product.
 *
 * @param device null where no device is among them, or while it is not classified yet
 */
public record Paths(Set<FdaPath> all, @Nullable DeviceRoute device) {

    /** What follows from the paths. */
    public enum Course {
        /** Something is filed with the FDA. */
        FILE,
        /** The FDA asks for nothing; a memo says why. */
        DOCUMENT,
        /** The general manager says whether to go on at all. */
        DECIDE
    }

    public Paths {
        all = all.isEmpty() ? EnumSet.of(FdaPath.MANUAL_EXPERT) : EnumSet.copyOf(all);
        if (device != null && !all.contains(FdaPath.DEVICE)) {
            throw new IllegalArgumentException("no device among %s, and its route is %s".formatted(all, device));
        }
    }

    public Course course() {
        boolean unclassified = all.contains(FdaPath.DEVICE) && (device == null || device == DeviceRoute.MANUAL_EXPERT);
        boolean expert = all.contains(FdaPath.MANUAL_EXPERT) || unclassified;
        if (expert || all.contains(FdaPath.DRUG_NDA) || device == DeviceRoute.PREMARKET_APPROVAL) {
            return Course.DECIDE;
        }
        return filed().isEmpty() ? Course.DOCUMENT : Course.FILE;
    }

    /** Those on which something is filed, in their order. */
    public List<FdaPath> filed() {
        return all.stream().filter(FdaPath::isFiled).toList();
    }

    /** Whether the FDA decides about what is filed on the path, and does not only put it on its list. */
    public boolean isReviewed(FdaPath path) {
        return path == FdaPath.DEVICE
                && (device == DeviceRoute.CLEARANCE_510K || device == DeviceRoute.PREMARKET_APPROVAL);
    }

    /** Whether something is filed, and every path ends with a number or a memo: else no clearance could follow. */
    public boolean isProvable() {
        boolean deviceKnown = !all.contains(FdaPath.DEVICE) || (device != null && device != DeviceRoute.MANUAL_EXPERT);
        return deviceKnown
                && !filed().isEmpty()
                && all.stream().noneMatch(path -> path.evidence().isEmpty());
    }

    /** What a path needs for its end. */
    public Set<EvidenceType> evidenceOf(FdaPath path) {
        Set<EvidenceType> needed = new LinkedHashSet<>(path.evidence());
        if (path == FdaPath.DEVICE && device != null) {
            needed.addAll(device.evidence());
        }
        return needed;
    }
}
