package com.lianxing.process;

import com.lianxing.process.engine.Var;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** What the code declares for the models: delegates as beans, and the variables of each process as {@code Var}. */
final class Declared {

    private static final String PROCESS = "com.lianxing.process";

    private Declared() {}

    /** Bean names of all delegates, found as Spring finds them, without starting anything. */
    static Set<String> delegates() {
        return beans(JavaDelegate.class);
    }

    /** Bean names of all task listeners. */
    static Set<String> listeners() {
        return beans(TaskListener.class);
    }

    private static Set<String> beans(Class<?> type) {
        var beans = new DefaultListableBeanFactory();
        new ClassPathBeanDefinitionScanner(beans).scan(PROCESS);
        var configurations = new ConfigurationClassPostProcessor();
        configurations.setEnvironment(new StandardEnvironment());
        configurations.setResourceLoader(new DefaultResourceLoader());
        configurations.postProcessBeanDefinitionRegistry(beans);
        return Set.of(beans.getBeanNamesForType(type, true, false));
    }

    /** Names and types of the variables that the package of a process declares, or the one that all lifecycles share. */
    static Map<String, Class<?>> variables(String processId) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*")));
        Map<String, Class<?>> variables = new TreeMap<>();
        Stream.of(processId.replace("-", ""), "lifecycle")
                .flatMap(part -> scanner.findCandidateComponents(PROCESS + "." + part).stream())
                .flatMap(bean -> Stream.of(type(bean).getDeclaredFields()))
                .filter(field -> field.getType() == Var.class && Modifier.isStatic(field.getModifiers()))
                .forEach(field -> variables.put(((Var<?>) value(field)).name(), typeArgument(field)));
        return variables;
    }

    private static Class<?> type(BeanDefinition bean) {
        return ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null);
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> typeArgument(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }
}
