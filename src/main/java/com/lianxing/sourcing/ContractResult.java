package com.lianxing.sourcing;

import java.util.List;

/** What became of a change to a contract. Only {@link Saved} changed anything. */
public sealed interface ContractResult {

    record Saved(Contract contract) implements ContractResult {}

    /** A contract that leaves these open does not count. */
    record ClausesMissing(Contract contract, List<Clauses.Clause> missing) implements ContractResult {

        public static final String RULE = "CONTRACT_CLAUSES_MISSING";

        public ClausesMissing {
            missing = List.copyOf(missing);
        }
    }

    /** Whoever wrote a contract cannot be the one to activate it. */
    record SamePerson(Contract contract) implements ContractResult {

        public static final String RULE = "CONTRACT_SECOND_PERSON";
    }

    /** It is active, or has ended. */
    record Fixed(Contract contract) implements ContractResult {

        public static final String RULE = "CONTRACT_FIXED";
    }
}
