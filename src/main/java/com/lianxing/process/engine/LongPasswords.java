package com.lianxing.process.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.jspecify.annotations.Nullable;

/** Length, and nothing of the person in it: NIST SP 800-63B advises against rules on kinds of characters. */
public class LongPasswords implements PasswordPolicy {

    public static final int SHORTEST = 12;

    private final List<PasswordPolicyRule> rules =
            List.of(new PasswordPolicyLengthRuleImpl(SHORTEST), new PasswordPolicyUserDataRuleImpl());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** Whether that is how the engine said no; it has no exception and no code of its own for it. */
    public static boolean refused(@Nullable RuntimeException failure) {
        return failure instanceof ProcessEngineException
                && "Password does not match policy".equals(failure.getMessage());
    }
}
