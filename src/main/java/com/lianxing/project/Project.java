package com.lianxing.project;

import com.lianxing.calendar.Deadline;
import com.lianxing.catalog.Channel;
import java.time.Instant;
import java.util.Set;

/**
 * A project as it stands.
 *
 * @param lifecycle id of its process, e.g. {@code fba-inbound}
 * @param owner id of the person who answers for dates and money; never the sponsor
 * @param sponsor id of the person for whom it is done
 * @param department whose manager decides for it
 * @param target when what it is for must be reached
 */
public record Project(
        ProjectCode code,
        String lifecycle,
        String name,
        String owner,
        String sponsor,
        String department,
        Deadline target,
        Set<Channel> channels,
        ProjectStatus status,
        Instant createdAt) {

    public Project {
        channels = Set.copyOf(channels);
    }
}
