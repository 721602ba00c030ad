package com.lianxing.process.engine;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** Length, and nothing of the person in it: NIST SP 800-63B advises against rules on kinds of characters. */
class LongPasswords implements PasswordPolicy {

    static final int SHORTEST = 12;

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
