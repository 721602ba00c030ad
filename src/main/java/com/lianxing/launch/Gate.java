package com.lianxing.launch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A point that a launch does not pass without a decision. Source: domain.md D5. */
public enum Gate {
    /** Before deposits are paid: asked for each SKU. */
    STOCK("gate-stock", EnumSet.of(Check.CONTRIBUTION, Check.BUFFER, Check.CASH)),
    /** Two weeks before: asked for each SKU. */
    READINESS("gate-readiness", EnumSet.of(Check.COVER, Check.DEAL, Check.CONTENT, Check.RATING, Check.COMPLIANCE)),
    /** Two days before: asked once. */
    LAUNCH("gate-launch", EnumSet.of(Check.BUDGET, Check.DATA, Check.ACCOUNT));

    /** What a gate looks at. */
    public enum Check {
        CONTRIBUTION,
        BUFFER,
        CASH,
        COVER,
        DEAL,
        CONTENT,
        RATING,
        COMPLIANCE,
        BUDGET,
        DATA,
        ACCOUNT;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "launch.check." + name();
        }
    }

    /**
     * What a gate said.
     *
     * @param found each check as a table answered it, in the order of the checks; {@link Verdict#NO_GO} where none did
     */
    public record Result(Map<Check, Verdict> found) {

        public Verdict verdict() {
            return Verdict.worst(found.values());
        }
    }

    private final String table;
    private final Set<Check> checks;

    Gate(String table, Set<Check> checks) {
        this.table = table;
        this.checks = checks;
    }

    /** Id of its decision table. */
    public String table() {
        return table;
    }

    /**
     * The worst that was answered to each check; a check that nothing was answered to is not passed.
     *
     * @param answers as its table collects them: {@code CHECK:VERDICT}
     */
    public Result judge(Collection<String> answers) {
        Map<Check, Verdict> worst = new EnumMap<>(Check.class);
        for (String answer : answers) {
            int colon = answer.indexOf(':');
            Check check = Check.valueOf(answer.substring(0, colon));
            if (!checks.contains(check)) {
                throw new IllegalArgumentException("the gate %s does not look at %s".formatted(this, check));
            }
            worst.merge(
                    check,
                    Verdict.valueOf(answer.substring(colon + 1)),
                    (one, other) -> Verdict.worst(List.of(one, other)));
        }
        checks.forEach(check -> worst.putIfAbsent(check, Verdict.NO_GO));
        return new Result(worst);
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "launch.gate." + name();
    }
}
