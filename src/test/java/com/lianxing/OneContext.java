package com.lianxing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Fails a test class that would start a second Spring context without saying why, before it starts. */
public class OneContext extends AbstractTestExecutionListener {

    private static @Nullable Class<?> first;

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        synchronized (OneContext.class) {
            refusal(first, test.getTestClass(), test.hasApplicationContext()).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            if (first == null && reason(test.getTestClass()) == null) {
                first = test.getTestClass();
            }
        }
    }

    /**
     * Why the class may not run.
     *
     * @param first the class that started the suite's context, if one did
     * @param isThere whether the class's context has been started by another class
     */
    static Optional<String> refusal(@Nullable Class<?> first, Class<?> test, boolean isThere) {
        SecondContext reason = reason(test);
        if (reason != null && reason.value().isBlank()) {
            return Optional.of(test.getName() + " gives no reason for its own Spring context");
        }
        if (repeatsAnInherited(test)) {
            return Optional.of(
                    test.getName() + " repeats the @LianxingTest that it inherits, which makes another context");
        }
        return first == null || first == test || isThere || reason != null
                ? Optional.empty()
                : Optional.of(
                        "%s would start a second Spring context beside that of %s: use @LianxingTest, or say why in @SecondContext"
                                .formatted(test.getName(), first.getName()));
    }

    private static boolean repeatsAnInherited(Class<?> test) {
        Class<?> parent = test.getSuperclass();
        return parent != null
                && test.getDeclaredAnnotation(LianxingTest.class) != null
                && AnnotatedElementUtils.hasAnnotation(parent, LianxingTest.class);
    }

    private static @Nullable SecondContext reason(Class<?> test) {
        for (Class<?> type = test; type != null; type = type.getEnclosingClass()) {
            SecondContext reason = type.getAnnotation(SecondContext.class);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
