package com.lianxing.reference;

/** A value of that key was entered or confirmed. Published in the transaction that does it. */
record ReferenceChanged(String key) {}
