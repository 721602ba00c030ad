package com.lianxing.project;

import com.lianxing.access.Role;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.catalog.Channel;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A project as somebody asks for it; see {@link Project} for the fields.
 *
 * @param name at most 120 characters; white space at the ends and doubled is dropped
 * @param requestKey the same for every repetition of one request, so that a double click makes one project
 * @param team a person per role; a role left out is anybody's who holds it
 */
public record NewProject(
        String lifecycle,
        String name,
        String owner,
        String sponsor,
        String department,
        LocalDateTime targetLocal,
        ZoneId targetZone,
        Set<Channel> channels,
        String requestKey,
        Map<Role, String> team) {

    private static final int LONGEST_NAME = 120;

    public NewProject {
        Lifecycle.of(lifecycle);
        name = name.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a project's name has 1 to %d characters: %d".formatted(LONGEST_NAME, name.length()));
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a project sells somewhere: no channel is named");
        }
        if (requestKey.isBlank()) {
            throw new IllegalArgumentException("a request without a key cannot be told from its repetition");
        }
        channels = Set.copyOf(channels);
        team = Map.copyOf(team);
    }

    Deadline target() {
        return new Deadline(targetLocal, targetZone, DeadlineKind.INTERNAL);
    }

    /** Names that people would take for the same give the same key. */
    String nameKey() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Everything that makes two requests the same. */
    Map<String, Object> content() {
        Map<String, String> members = new TreeMap<>();
        team.forEach((role, person) -> members.put(role.id(), person));
        return Map.of(
                "lifecycle", lifecycle,
                "name", name,
                "owner", owner,
                "sponsor", sponsor,
                "department", department,
                "targetLocal", targetLocal,
                "targetZone", targetZone.getId(),
                "channels", channels.stream().sorted().toList(),
                "team", members);
    }
}
