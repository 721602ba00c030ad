package com.lianxing.approval;

import com.lianxing.access.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided, written once.
 *
 * @param comment empty only with APPROVE
 * @param zone on whose clock the person saw {@code at}
 * @param shownHash of the view the person decided on; null if none was rendered for this person, as over the API
 */
public record Decision(
        int position,
        Role role,
        String decidedBy,
        Verdict verdict,
        String comment,
        Instant at,
        ZoneId zone,
        @Nullable String shownHash) {}
