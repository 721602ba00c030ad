package com.lianxing.process.planning;

import com.lianxing.money.Money;
import com.lianxing.process.WayOut;
import com.lianxing.process.planning.LifecycleOptions.Shorter;
import com.lianxing.process.planning.LinkedSchedules.Awaited;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.project.Project;
import com.lianxing.schedule.Effort;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule;
import com.lianxing.schedule.Schedule.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * What can be done about a target that is missed, or whose buffer is being used: each way is calculated through the
 * diagram, and says what it costs. Only ways that bring the end nearer are told, the earliest end first.
 */
@Component
public class WaysOut {

    private final List<LifecycleOptions> options;

    WaysOut(List<LifecycleOptions> options) {
        this.options = options;
    }

    /** Empty while the target and its buffer hold. */
    public List<WayOut> of(Planned planned, Instant now) {
        Schedule schedule = planned.schedule();
        boolean holds = !schedule.finish().isAfter(schedule.fixedEnd().minus(schedule.buffer()));
        if (holds) {
            return List.of();
        }
        List<WayOut> ways = new ArrayList<>();
        if (schedule.isFeasible()) {
            ways.add(new WayOut(WayOut.Kind.LESS_BUFFER, "", schedule.finish(), Money.ofMinor(0, "USD")));
        }
        Project project = planned.project();
        for (LifecycleOptions own : options) {
            if (own.lifecycle().equals(project.lifecycle())) {
                own.shorter(project).forEach(shorter -> ways.add(shortened(planned, shorter, now)));
                planned.awaits()
                        .forEach(awaited -> ways.add(new WayOut(
                                WayOut.Kind.WITHOUT,
                                awaited.needed().value(),
                                finish(planned, UnaryOperator.identity(), without(planned, awaited), now),
                                own.costWithout(project, awaited.needed()))));
            }
        }
        return ways.stream()
                .filter(way ->
                        way.kind() == WayOut.Kind.LESS_BUFFER || way.finish().isBefore(schedule.finish()))
                .sorted(Comparator.comparing(WayOut::finish))
                .toList();
    }

    private static WayOut shortened(Planned planned, Shorter shorter, Instant now) {
        String below = PlannedNetwork.BELOW + shorter.elementId();
        Instant finish = finish(
                planned,
                step -> step.id().equals(shorter.elementId()) || step.id().endsWith(below)
                        ? new Step(step.id(), shorter(step.effort(), shorter), step.place())
                        : step,
                planned.limits(),
                now);
        return new WayOut(shorter.kind(), shorter.about(), finish, shorter.cost());
    }

    private static Effort shorter(Effort effort, Shorter by) {
        return Effort.of((effort.likely() * by.days() + by.insteadOf() - 1) / by.insteadOf(), effort.unit());
    }

    private static Limits without(Planned planned, Awaited left) {
        return planned.limits(planned.awaits().stream()
                .filter(awaited -> !awaited.equals(left))
                .toList());
    }

    private static Instant finish(Planned planned, UnaryOperator<Step> changed, Limits limits, Instant now) {
        Network network = planned.plan()
                .network()
                .network(planned.places(), Ways.LIKELY, planned.progress().begun())
                .with(changed);
        return Schedule.of(
                        network,
                        planned.schedule().fixedEnd(),
                        planned.progress().actuals(),
                        limits,
                        now)
                .finish();
    }
}
