package com.lianxing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test against specifications that others wrote and that are no part of this repository: the folder {@code -Dspecs.dir},
 * else {@code ../shared/specs}. Where it is missing the test is skipped and says so; where {@code CI=true} it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OutsideSpecs.Present.class)
public @interface OutsideSpecs {

    /** Looks for them. */
    class Present implements ExecutionCondition {

        /** The file or folder of that name, whether or not it is there. */
        public static Path file(String name) {
            return Path.of(System.getProperty("specs.dir", "../shared/specs")).resolve(name);
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Path folder = file("");
            if (Files.isDirectory(folder)) {
                return ConditionEvaluationResult.enabled("specifications are in " + folder);
            }
            if (context.getTestMethod().isEmpty()) {
                long tests = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
                        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                        .count();
                String missing = "%d tests of %s need the specifications in %s, which is not there"
                        .formatted(tests, context.getRequiredTestClass().getSimpleName(), folder);
                if ("true".equals(System.getenv("CI"))) {
                    throw new IllegalStateException(missing);
                }
                System.out.println(missing + ": skipped");
                return ConditionEvaluationResult.disabled(missing);
            }
            return ConditionEvaluationResult.disabled("no specifications");
        }
    }
}
