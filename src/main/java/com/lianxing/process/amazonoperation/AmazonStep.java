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
    VOID_PLAN
}
