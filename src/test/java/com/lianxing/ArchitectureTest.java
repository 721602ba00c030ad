package com.lianxing;

import static com.lianxing.ArchitectureRules.DELEGATES_ARE_NAMED_AND_HIDDEN;
import static com.lianxing.ArchitectureRules.NAMES_SAY_WHAT_A_CLASS_IS;
import static com.lianxing.ArchitectureRules.NOBODY_IMPORTS_THE_OUTSIDE;
import static com.lianxing.ArchitectureRules.NO_BINARY_FRACTIONS;
import static com.lianxing.ArchitectureRules.ONLY_PROCESS_KNOWS_THE_ENGINE;
import static com.lianxing.ArchitectureRules.ONLY_VAR_TOUCHES_VARIABLES;
import static com.lianxing.ArchitectureRules.OUTCOMES_ARE_VALUES;
import static com.lianxing.ArchitectureRules.PACKAGES_ARE_NULL_MARKED;
import static com.lianxing.ArchitectureRules.THE_CLOCK_IS_ASKED;
import static com.lianxing.ArchitectureRules.TRANSACTIONS_THROW_NO_BPMN_ERROR;
import static com.lianxing.ArchitectureRules.freeOfCycles;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no class of the product may do; and that each rule sees the class that breaks it. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.lianxing");

    private static final JavaClasses COUNTEREXAMPLES =
            new ClassFileImporter().importPackages("com.lianxing.counterexample");

    static List<ArchRule> rules() {
        return List.of(
                ONLY_PROCESS_KNOWS_THE_ENGINE,
                NOBODY_IMPORTS_THE_OUTSIDE,
                DELEGATES_ARE_NAMED_AND_HIDDEN,
                NO_BINARY_FRACTIONS,
                THE_CLOCK_IS_ASKED,
                NAMES_SAY_WHAT_A_CLASS_IS,
                ONLY_VAR_TOUCHES_VARIABLES,
                PACKAGES_ARE_NULL_MARKED,
                TRANSACTIONS_THROW_NO_BPMN_ERROR,
                OUTCOMES_ARE_VALUES,
                freeOfCycles("com.lianxing.(*).."),
                freeOfCycles("com.lianxing.process.(*).."));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeeps(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(ONLY_PROCESS_KNOWS_THE_ENGINE, List.of("PublicStep", "VariableReader.read")),
                Arguments.of(NOBODY_IMPORTS_THE_OUTSIDE, List.of("ConnectorImporter")),
                Arguments.of(DELEGATES_ARE_NAMED_AND_HIDDEN, List.of("PublicStep", "is public")),
                Arguments.of(
                        NO_BINARY_FRACTIONS,
                        List.of("AmountHelper.rate", "AmountHelper.half", "AmountHelper.shares", "doubleValue")),
                Arguments.of(
                        THE_CLOCK_IS_ASKED,
                        List.of(
                                "Instant.now",
                                "LocalDate.now",
                                "java.util.Date",
                                "currentTimeMillis",
                                "systemDefault")),
                Arguments.of(NAMES_SAY_WHAT_A_CLASS_IS, List.of("AmountHelper")),
                Arguments.of(
                        ONLY_VAR_TOUCHES_VARIABLES,
                        List.of("VariableReader.read(", "VariableReader.write(", "VariableReader.submit(")),
                Arguments.of(PACKAGES_ARE_NULL_MARKED, List.of("com.lianxing.counterexample.unmarked")),
                Arguments.of(TRANSACTIONS_THROW_NO_BPMN_ERROR, List.of("Booking.book(", "Booking.declared(")),
                Arguments.of(OUTCOMES_ARE_VALUES, List.of("Booking.translated(")),
                Arguments.of(freeOfCycles("com.lianxing.counterexample.(*).."), List.of("Slice one", "Slice other")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void theCounterexampleBreaks(ArchRule rule, List<String> found) {
        assertThat(rule.evaluate(COUNTEREXAMPLES).getFailureReport().toString()).contains(found);
    }

    @Test
    void everyExceptionIsStillNeeded() {
        assertThat(ArchitectureRules.variableExceptionsUnusedIn(PRODUCT)).isEmpty();
    }
}
