package com.lianxing.process.planning;

import com.lianxing.schedule.Schedule.Actual;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project's process has done so far.
 *
 * @param definitionId of the process that it runs on
 * @param prefixes of the paths of what runs in each of its instances, by the instance's id
 * @param actuals by path; of several runs and instances of a step all together
 * @param dates values of date variables, by path of the step that reads them; of several the earliest
 */
public record Progress(
        String definitionId, Map<String, String> prefixes, Map<String, Actual> actuals, Map<String, Instant> dates) {

    /** When each step that began did so first. */
    Map<String, Instant> begun() {
        Map<String, Instant> begun = new HashMap<>();
        actuals.forEach((path, actual) -> begun.put(path, actual.start()));
        return begun;
    }

    /** Where an element of an instance of the project stands in its plan. */
    public Optional<String> path(String instanceId, String elementId) {
        return Optional.ofNullable(prefixes.get(instanceId)).map(prefix -> prefix + elementId);
    }

    static Actual both(Actual one, Actual other) {
        if (one.finish() == null) {
            return one;
        }
        Instant last = other.finish();
        return last == null ? other : new Actual(one.start(), last.isAfter(one.finish()) ? last : one.finish());
    }

    static boolean isRunning(@Nullable Actual actual) {
        return actual != null && actual.finish() == null;
    }
}
