package com.lianxing.counterexample.other;

import com.lianxing.counterexample.one.Hen;
import org.jspecify.annotations.Nullable;

/** Needs the hen. */
public record Egg(@Nullable Hen hen) {}
