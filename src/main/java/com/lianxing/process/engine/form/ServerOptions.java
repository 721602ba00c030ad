package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Reader;
import java.util.List;

/**
 * Fills selects whose form says {@code "properties": {"serverOptions": "<name>"}} or {@code "<name>:<argument>"}, and
 * decides which of their values are accepted.
 */
public interface ServerOptions {

    /** @param label in the reader's language */
    record Option(String value, String label) {}

    String name();

    /** @param argument what the form writes after the colon; empty without one */
    List<Option> options(String argument, Reader reader);
}
