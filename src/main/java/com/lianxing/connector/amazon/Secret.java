package com.lianxing.connector.amazon;

/** A text that is shown nowhere: not in a log, not in an error, not in a dump of the configuration. */
record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
