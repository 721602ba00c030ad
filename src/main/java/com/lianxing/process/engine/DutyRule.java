package com.lianxing.process.engine;

/** Who may not do a piece of work, beyond being its candidate or assignee. Every bean of this type is asked each time. */
public interface DutyRule {

    /**
     * Passes, or refuses with the name of the rule. Decides from the person and from facts no API can edit, never from
     * a process variable. Asked for every claim, completion, BPMN error and escalation, on every path.
     *
     * @throws Refusal of {@link Refusal.Kind#DUTY}
     */
    void check(Work work, String personId, Operation operation);
}
