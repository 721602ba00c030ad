package com.lianxing.counterexample.unmarked;

/** Lives in a package without {@code @NullMarked}. */
final class Forgotten {}
