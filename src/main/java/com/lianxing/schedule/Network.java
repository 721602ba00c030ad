package com.lianxing.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Steps, and which of them wait for which. There are no circles, and all ways lead to one last step. */
public final class Network {

    private final Map<String, Step> steps;
    private final Map<String, List<String>> before;
    private final Map<String, List<String>> after;
    private final List<String> order;
    private final String last;

    /** @param id unique in its network */
    public record Step(String id, Effort effort, Workplace place) {}

    /** {@code to} begins when {@code from} is finished. */
    public record Link(String from, String to) {}

    /** @throws IllegalArgumentException if a link leads nowhere, if there is a circle, or not exactly one last step */
    public Network(Collection<Step> steps, Collection<Link> links) {
        Map<String, Step> byId = new LinkedHashMap<>();
        for (Step step : steps) {
            if (byId.put(step.id(), step) != null) {
                throw new IllegalArgumentException("twice: " + step.id());
            }
        }
        this.steps = byId;
        this.before = new HashMap<>();
        this.after = new HashMap<>();
        for (Link link : new LinkedHashSet<>(links)) {
            if (!byId.containsKey(link.from()) || !byId.containsKey(link.to())) {
                throw new IllegalArgumentException("leads nowhere: " + link);
            }
            after.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link.to());
            before.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link.from());
        }
        this.order = sorted();
        List<String> ends =
                byId.keySet().stream().filter(id -> after(id).isEmpty()).toList();
        if (ends.size() != 1) {
            throw new IllegalArgumentException("one last step is wanted, not " + ends);
        }
        this.last = ends.get(0);
    }

    private List<String> sorted() {
        Map<String, Integer> waiting = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        steps.keySet().forEach(id -> {
            waiting.put(id, before(id).size());
            if (before(id).isEmpty()) {
                ready.add(id);
            }
        });
        List<String> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            sorted.add(id);
            for (String next : after(id)) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        if (sorted.size() < steps.size()) {
            Set<String> circle = new LinkedHashSet<>(steps.keySet());
            sorted.forEach(circle::remove);
            throw new IllegalArgumentException("a circle among " + circle);
        }
        return sorted;
    }

    /** The same with other steps under the same ids. */
    public Network with(UnaryOperator<Step> changed) {
        List<Link> links = new ArrayList<>();
        after.forEach((from, all) -> all.forEach(to -> links.add(new Link(from, to))));
        return new Network(steps.values().stream().map(changed).toList(), links);
    }

    public Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("no step " + id);
        }
        return step;
    }

    /** Each after all it waits for. */
    public List<String> order() {
        return order;
    }

    public String last() {
        return last;
    }

    /** What the step waits for. */
    public List<String> before(String id) {
        return before.getOrDefault(id, List.of());
    }

    /** What waits for the step. */
    public List<String> after(String id) {
        return after.getOrDefault(id, List.of());
    }
}
