package com.lianxing;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.NullMarked;
import org.springframework.transaction.annotation.Transactional;

/** The rules of {@link ArchitectureTest}, with every exception named. */
final class ArchitectureRules {

    /** Who sets variables without a {@code Var}: what people submit has the names that the deployed form declares. */
    private static final Set<String> SET_VARIABLES_TOO =
            Set.of("com.lianxing.process.engine.Var", "com.lianxing.process.engine.form.Submissions");

    /** The one library call that cannot do without a fraction: the load factor of a map that keeps what was used last. */
    private static final String LAST_USED = "int, float, boolean)";

    private static final Set<String> FRACTIONS =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "float[]", "double[]");

    private static final Set<String> VARIABLE_CALLS = Set.of(
            "getVariable",
            "getVariables",
            "getVariableTyped",
            "getVariableLocal",
            "getVariablesLocal",
            "getVariableLocalTyped",
            "setVariable",
            "setVariables",
            "setVariableLocal",
            "setVariablesLocal",
            "removeVariable",
            "removeVariables",
            "removeVariableLocal",
            "removeVariablesLocal");

    private static final Set<String> CLOCK_READS = Set.of(
            "java.lang.System.currentTimeMillis()",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance()",
            "java.util.TimeZone.getDefault()",
            "java.time.ZoneId.systemDefault()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.system(java.time.ZoneId)");

    private ArchitectureRules() {}

    static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("com.lianxing.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "jakarta.ws.rs..", "org.glassfish.jersey..", "org.apache.ibatis..")
            .as("only process knows the engine, its REST layer and its mapper");

    static final ArchRule NOBODY_IMPORTS_THE_OUTSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("com.lianxing.database..", "com.lianxing.connector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.lianxing.database..", "com.lianxing.connector..")
            .as("nobody imports the database or a connector");

    static final ArchRule DELEGATES_ARE_NAMED_AND_HIDDEN = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .and()
            .areNotInterfaces()
            .should(satisfy("end in Delegate and are not public", ArchitectureRules::namedAndHidden));

    /** But for chances: what is drawn at random is no money, and what it may cost is told in whole cents. */
    static final ArchRule NO_BINARY_FRACTIONS = classes()
            .that()
            .haveNameNotMatching("com\\.lianxing\\.schedule\\.(Guess|Simulation).*")
            .should(satisfy("know no float and no double", ArchitectureRules::wholeNumbers));

    static final ArchRule THE_CLOCK_IS_ASKED = classes()
            .that()
            .resideOutsideOfPackage("com.lianxing.calendar..")
            .should(satisfy("ask com.lianxing.calendar.Clock for the time", ArchitectureRules::askTheClock));

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    static final ArchRule ONLY_VAR_TOUCHES_VARIABLES = classes()
            .that(are(DescribedPredicate.describe(
                    "not an exception", type -> !SET_VARIABLES_TOO.contains(type.getName()))))
            .should(satisfy(
                    "read and write process variables through Var",
                    (type, fault) -> variableCalls(type).forEach(access -> fault.accept(access.getDescription()))));

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(satisfy("live in a @NullMarked package", (type, fault) -> {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    fault.accept(type.getPackageName() + " is not @NullMarked: " + type.getName());
                }
            }));

    static final ArchRule TRANSACTIONS_THROW_NO_BPMN_ERROR = codeUnits()
            .that(are(DescribedPredicate.describe("@Transactional", ArchitectureRules::transactional)))
            .should(satisfy("throw no BpmnError", (unit, fault) -> {
                if (createsBpmnError(unit) || unit.getThrowsClause().containsType(BpmnError.class)) {
                    fault.accept(unit.getFullName() + " is @Transactional and throws BpmnError");
                }
            }));

    /** An exception that crossed a transaction's edge has doomed it: the engine cannot go on after a BpmnError. */
    static final ArchRule OUTCOMES_ARE_VALUES = codeUnits()
            .that(are(DescribedPredicate.describe("throwing BpmnError", ArchitectureRules::createsBpmnError)))
            .should(satisfy("catch nothing: an expected outcome is a value", (unit, fault) -> {
                if (!unit.getTryCatchBlocks().isEmpty()) {
                    fault.accept(unit.getFullName() + " turns an exception into a BpmnError");
                }
            }));

    static ArchRule freeOfCycles(String slices) {
        return slices().matching(slices).should().beFreeOfCycles();
    }

    /** Classes that may set variables, and do not any more: their exception must go. */
    static Set<String> variableExceptionsUnusedIn(JavaClasses classes) {
        return SET_VARIABLES_TOO.stream()
                .filter(name -> variableCalls(classes.get(name)).findAny().isEmpty())
                .collect(Collectors.toSet());
    }

    private static void namedAndHidden(JavaClass type, Consumer<String> fault) {
        if (!type.getSimpleName().endsWith("Delegate")) {
            fault.accept(type.getName() + " does not end in Delegate");
        }
        if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
            fault.accept(type.getName() + " is public");
        }
    }

    private static void wholeNumbers(JavaClass type, Consumer<String> fault) {
        for (JavaField field : type.getFields()) {
            if (fractional(field.getType())) {
                fault.accept("field " + field.getFullName());
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (isLastUsedMap(type, unit.getFullName())) {
                continue;
            }
            if (fractional(unit.getReturnType())
                    || unit.getParameterTypes().stream().anyMatch(t -> fractional(t))) {
                fault.accept("signature of " + unit.getFullName());
            }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                    && !isLastUsedMap(target.getOwner(), target.getFullName())
                    && (fractional(target.getRawReturnType())
                            || fractional(target.getOwner())
                            || target.getRawParameterTypes().stream().anyMatch(t -> fractional(t)))) {
                fault.accept(access.getDescription());
            }
        }
    }

    private static boolean isLastUsedMap(JavaClass owner, String unit) {
        boolean map = owner.isEquivalentTo(LinkedHashMap.class)
                || owner.isAnonymousClass() && owner.isAssignableTo(LinkedHashMap.class);
        return map && unit.contains(".<init>(") && unit.endsWith(LAST_USED);
    }

    private static boolean fractional(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> FRACTIONS.contains(raw.getName()));
    }

    private static void askTheClock(JavaClass type, Consumer<String> fault) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            AccessTarget target = access.getTarget();
            boolean now = target.getName().equals("now")
                    && target.getOwner().getPackageName().startsWith("java.time");
            if (now || CLOCK_READS.contains(target.getFullName())) {
                fault.accept(access.getDescription());
            }
        }
    }

    private static Stream<JavaAccess<?>> variableCalls(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> VARIABLE_CALLS.contains(access.getTarget().getName()))
                .filter(access -> {
                    JavaClass owner = access.getTargetOwner();
                    return owner.isAssignableTo(VariableScope.class)
                            || owner.isAssignableTo(RuntimeService.class)
                            || owner.isAssignableTo(TaskService.class);
                })
                .map(access -> (JavaAccess<?>) access);
    }

    private static boolean transactional(JavaCodeUnit unit) {
        return Stream.<CanBeAnnotated>of(unit, unit.getOwner())
                .anyMatch(element -> element.isAnnotatedWith(Transactional.class)
                        || element.isMetaAnnotatedWith(Transactional.class));
    }

    private static boolean createsBpmnError(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(BpmnError.class));
    }

    /** A condition that hands each fault it finds to the rule. */
    private static <T> ArchCondition<T> satisfy(String description, BiConsumer<T, Consumer<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.accept(item, fault -> events.add(SimpleConditionEvent.violated(item, fault)));
            }
        };
    }
}
