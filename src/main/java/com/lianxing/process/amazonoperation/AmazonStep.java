package com.lianxing.process.amazonoperation;

/** What a process can have done at Amazon, by the name in its variable {@code amazonStep}. */
enum AmazonStep {
    /** Of the project's planned quantities. */
    CREATE_PLAN,
    OFFER_PACKING,
    /** The cheapest of what is offered. */
    CONFIRM_PACKING,
    /** As the project's boxes are described. */
    DESCRIBE_BOXES,
    OFFER_PLACEMENTS,
    /** The one that a person chose. */
    CONFIRM_PLACEMENT,
    OFFER_TRANSPORT,
    /** Of one shipment. */
    OFFER_WINDOWS,
    /** Of one shipment: the earliest within the days that a person chose. */
    CONFIRM_WINDOW,
    /** A carrier of one's own for every shipment; one of Amazon's would cost money that nobody has set aside. */
    CONFIRM_TRANSPORT,
    VOID_PLAN;

    /** Whether asking again replaces what was asked before, so that nothing is left of it. */
    boolean isReplacedByAskingAgain() {
        return switch (this) {
            case OFFER_PACKING, DESCRIBE_BOXES, OFFER_PLACEMENTS, OFFER_TRANSPORT, OFFER_WINDOWS -> true;
            case CREATE_PLAN, CONFIRM_PACKING, CONFIRM_PLACEMENT, CONFIRM_WINDOW, CONFIRM_TRANSPORT, VOID_PLAN -> false;
        };
    }
}
