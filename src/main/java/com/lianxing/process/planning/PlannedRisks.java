package com.lianxing.process.planning;

import com.lianxing.process.planning.PlannedNetwork.Circle;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.schedule.Guess;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Simulation;
import com.lianxing.schedule.Simulation.Risks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is not certain about a plan. */
final class PlannedRisks {

    private PlannedRisks() {}

    /**
     * What is not certain about the ways through a network, as the diagram says: {@code plannedChance} of a flow, and the
     * costs of a step in whole US dollars.
     *
     * @param walked as {@link PlannedNetwork#network} answers it for {@link Ways#EACH}
     * @param likely the same for {@link Ways#LIKELY}
     */
    static Risks of(PlannedNetwork plan, Network walked, Network likely) {
        Set<String> there = Set.copyOf(walked.order());
        Set<String> usual = Set.copyOf(likely.order());
        Map<String, Map<String, Integer>> ways = new HashMap<>();
        plan.choices().forEach((gateway, choice) -> {
            Map<String, Integer> open = new LinkedHashMap<>(choice.ways());
            open.keySet().retainAll(there.contains(gateway) ? walked.after(gateway) : List.of());
            open.values().removeIf(percent -> percent == 0);
            if (!open.isEmpty()) {
                ways.put(gateway, open);
            }
        });
        List<Simulation.Circle> again = plan.circles().stream()
                .map(circle -> new Simulation.Circle(
                        common(circle.paths(), usual), detour(circle, walked, usual), circle.percent(), circle.most()))
                .toList();
        Map<String, Guess> costs = new HashMap<>();
        plan.planned().values().stream()
                .filter(step -> there.contains(step.path()))
                .forEach(
                        step -> PlannedProperties.cost(step.element()).ifPresent(cost -> costs.put(step.path(), cost)));
        return new Risks(ways, again, costs);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    /** What leads to the end of a circle and is not usually passed: only from one round to the next. */
    private static Set<String> detour(Circle circle, Network walked, Set<String> usual) {
        Set<String> detour = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(circle.last()));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (circle.paths().contains(id) && !usual.contains(id) && detour.add(id)) {
                open.addAll(walked.before(id));
            }
        }
        return detour;
    }
}
