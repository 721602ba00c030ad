package com.lianxing.obligation;

import com.lianxing.project.ProjectCode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be renewed.
 *
 * @param project under which it came about: its trail and its files speak of it
 * @param number of the registration or contract
 * @param owner id of the person who renews it
 * @param deputy who does if the owner is gone; never the owner
 * @param skus that may not be sold while it is not met
 * @param firstPeriod the first of its periods that is ours to renew
 * @param replacedBy what took its place; null if nothing did
 * @param endedBy who said that nobody needs it any more; null if nobody did
 */
public record Obligation(
        UUID id,
        Terms terms,
        String name,
        String number,
        ProjectCode project,
        String owner,
        String deputy,
        Set<String> skus,
        int firstPeriod,
        @Nullable UUID replacedBy,
        @Nullable String endedBy) {

    public Obligation {
        skus = Set.copyOf(skus);
    }

    /** Whether there is another period to be renewed. */
    public boolean goesOn() {
        return replacedBy == null && endedBy == null;
    }
}
