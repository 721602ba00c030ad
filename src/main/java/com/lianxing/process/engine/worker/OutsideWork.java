package com.lianxing.process.engine.worker;

/** Does the external tasks of one topic. A bean per topic. */
public interface OutsideWork {

    /** {@code <system>.<verbObject>}, as the models name it. */
    String topic();

    /**
     * Does the task, outside any transaction, and may be asked to do it again at any time. An exception counts as {@link
     * OutsideResult.Failed}.
     */
    OutsideResult perform(OutsideTask task);

    /** Called in the transaction that gives the task up, to tell a person in the process that waits there. */
    default void onGivenUp(OutsideTask task) {}
}
