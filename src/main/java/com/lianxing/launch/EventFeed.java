package com.lianxing.launch;

import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where figures of the running event come from. What a feed does not know it leaves out; nothing stands for zero but a
 * zero that was reported.
 */
public interface EventFeed {

    /** What it tells. */
    Figure.Kind kind();

    /**
     * What is known now.
     *
     * @param skus that are asked for
     * @return empty if the source gave no answer
     */
    Optional<Reading> read(ProjectCode project, Set<String> skus);

    /**
     * What a source said.
     *
     * @param takenAt the moment that the figures are of, not the one at which they came
     * @param values since the event began, by SKU: cents, or pieces; a SKU that is left out is not known
     */
    record Reading(Instant takenAt, Map<String, Long> values) {

        public Reading {
            values = Map.copyOf(values);
        }
    }
}
