package com.lianxing.approval;

/** A step whose turn it is. */
public record Ask(ApprovalStep step, AskTimes times) {}
