package com.lianxing.process.engine.form;

/** Keeps what was shown, for the record of the decision that may follow. Every bean of this type is called. */
public interface ShownKeeper {

    /** @param view the JSON of the form exactly as it went out */
    void keep(String taskId, String personId, String view);
}
