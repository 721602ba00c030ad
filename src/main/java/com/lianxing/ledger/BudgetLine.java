package com.lianxing.ledger;

/** What a budget is divided into. Names for people stand in the catalogue under {@code budgetLine.<name>}. */
public enum BudgetLine {
    /** Goods: inventory, no cost of the project until sold. */
    PRODUCT(Kind.GENERAL),
    INSPECTION(Kind.GENERAL),
    /** Trucking to the port and export clearance. */
    ORIGIN(Kind.GENERAL),
    FREIGHT(Kind.GENERAL),
    /** Customs duty of all programmes. */
    DUTY(Kind.DUTY),
    /** Merchandise processing and harbour maintenance fees. */
    CUSTOMS_FEES(Kind.GOVERNMENT_FEE),
    /** Broker, security filing, bond, exams, demurrage. */
    BROKER(Kind.GENERAL),
    DRAYAGE(Kind.GENERAL),
    /** The marketplace's placement and defect fees. */
    PLACEMENT(Kind.GENERAL),
    PREP(Kind.GENERAL),
    STORAGE(Kind.GENERAL),
    LOSS(Kind.GENERAL),
    CONTINGENCY(Kind.CONTINGENCY);

    /** What approval rules tell lines apart by. */
    public enum Kind {
        GENERAL,
        DUTY,
        GOVERNMENT_FEE,
        LABOUR,
        CONTINGENCY
    }

    private final Kind kind;

    BudgetLine(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
