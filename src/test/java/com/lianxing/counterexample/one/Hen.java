package com.lianxing.counterexample.one;

import com.lianxing.counterexample.other.Egg;

/** Needs the egg. */
public record Hen(Egg egg) {}
