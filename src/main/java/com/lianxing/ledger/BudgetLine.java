package com.lianxing.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a budget is divided into. Names for people stand in the catalogue under {@code budgetLine.<name>}. */
public enum BudgetLine {
    /** Goods: inventory, no cost of the project until sold. */
    PRODUCT(Kind.GENERAL, Lifecycles.INBOUND),
    INSPECTION(Kind.GENERAL, Lifecycles.INBOUND),
    /** Trucking to the port and export clearance. */
    ORIGIN(Kind.GENERAL, Lifecycles.INBOUND),
    FREIGHT(Kind.GENERAL, Lifecycles.INBOUND),
    /** Customs duty of all programmes. */
    DUTY(Kind.DUTY, Lifecycles.INBOUND),
    /** Merchandise processing and harbour maintenance fees. */
    CUSTOMS_FEES(Kind.GOVERNMENT_FEE, Lifecycles.INBOUND),
    /** Broker, security filing, bond, exams, demurrage. */
    BROKER(Kind.GENERAL, Lifecycles.INBOUND),
    DRAYAGE(Kind.GENERAL, Lifecycles.INBOUND),
    /** The marketplace's placement and defect fees. */
    PLACEMENT(Kind.GENERAL, Lifecycles.INBOUND),
    PREP(Kind.GENERAL, Lifecycles.INBOUND),
    STORAGE(Kind.GENERAL, Lifecycles.STOCK),
    LOSS(Kind.GENERAL, Lifecycles.INBOUND),
    /** Whoever prepares and submits registrations for us. */
    AGENCY(Kind.GENERAL, Lifecycles.CERTIFICATION),
    /** US agent, responsible person, FSVP importer: so much a year. */
    US_AGENT(Kind.GENERAL, Lifecycles.CERTIFICATION),
    /** What the authority itself charges. */
    USER_FEE(Kind.GOVERNMENT_FEE, Lifecycles.CERTIFICATION),
    LAB_TESTS(Kind.GENERAL, Lifecycles.CERTIFICATION),
    LABEL_DESIGN(Kind.GENERAL, Lifecycles.CERTIFICATION),
    /** DUNS, UDI, GS1. */
    IDENTIFIERS(Kind.GENERAL, Lifecycles.CERTIFICATION),
    SAMPLES(Kind.GENERAL, Lifecycles.CERTIFICATION),
    LABOUR(Kind.LABOUR, Lifecycles.PLANNED),
    /** Detention, examination, relabelling and destruction by order. */
    DETENTION(Kind.GENERAL, Lifecycles.CERTIFICATION),
    /** Never more than the caps of the campaigns. */
    AD_SPEND(Kind.GENERAL, Lifecycles.LAUNCH),
    /** What channels charge for deals and coupons. */
    DEAL_FEES(Kind.GENERAL, Lifecycles.LAUNCH),
    /** Referral and fulfilment fees of what is sold. */
    SELLING_FEES(Kind.GENERAL, Lifecycles.LAUNCH),
    /** Pictures, video, people who are followed. */
    CREATIVE(Kind.GENERAL, Lifecycles.LAUNCH),
    /** Whoever runs the shop for us: so much a month. */
    RETAINER(Kind.GENERAL, Lifecycles.LAUNCH),
    /** Of buyers: refund administration and removal. */
    RETURNS(Kind.GENERAL, Lifecycles.LAUNCH),
    /** Freight made faster than planned. */
    EXPEDITE(Kind.GENERAL, Lifecycles.LAUNCH),
    SOFTWARE(Kind.GENERAL, Lifecycles.LAUNCH),
    CONTINGENCY(Kind.CONTINGENCY, Lifecycles.ALL);

    /** What approval rules tell lines apart by. */
    public enum Kind {
        GENERAL,
        DUTY,
        GOVERNMENT_FEE,
        LABOUR,
        CONTINGENCY
    }

    private static final class Lifecycles {

        static final Set<String> INBOUND = Set.of("fba-inbound");
        static final Set<String> CERTIFICATION = Set.of("fda-certification");
        static final Set<String> LAUNCH = Set.of("black-friday-launch");
        static final Set<String> STOCK = Set.of("fba-inbound", "black-friday-launch");
        static final Set<String> PLANNED = Set.of("fda-certification", "black-friday-launch");
        static final Set<String> ALL = Set.of("fba-inbound", "fda-certification", "black-friday-launch");
    }

    private final Kind kind;
    private final Set<String> lifecycles;

    BudgetLine(Kind kind, Set<String> lifecycles) {
        this.kind = kind;
        this.lifecycles = lifecycles;
    }

    public Kind kind() {
        return kind;
    }

    /** The lines of a kind of project, in the order they are read in. */
    public static List<BudgetLine> of(String lifecycle) {
        return Arrays.stream(values())
                .filter(line -> line.lifecycles.contains(lifecycle))
                .toList();
    }
}
