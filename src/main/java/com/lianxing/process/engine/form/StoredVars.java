package com.lianxing.process.engine.form;

import java.util.Set;

/** Which form keys of a process stay as process variables; all others live only until their transaction ends. */
public interface StoredVars {

    String processKey();

    Set<String> names();
}
