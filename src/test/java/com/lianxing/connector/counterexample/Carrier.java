package com.lianxing.connector.counterexample;

/** Stands for any class of a connector. */
public record Carrier(String name) {}
