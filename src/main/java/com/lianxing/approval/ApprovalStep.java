package com.lianxing.approval;

import com.lianxing.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * One of those who are asked in turn.
 *
 * @param position from 0
 * @param person who is asked; null leaves it to whoever of the role claims it
 * @param decision null while it is not decided
 */
public record ApprovalStep(
        int position,
        Role role,
        @Nullable String person,
        @Nullable Decision decision) {

    public boolean isDecided() {
        return decision != null;
    }
}
