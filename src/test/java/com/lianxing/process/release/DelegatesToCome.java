package com.lianxing.process.release;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.stereotype.Component;

/** Delegates that the models name and nobody has written yet: they do nothing, so that the models can be deployed. */
@Component
class DelegatesToCome implements BeanDefinitionRegistryPostProcessor {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{(\\w+Delegate)}");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        TreeSet<String> named = new TreeSet<>();
        FirstRelease.shipped()
                .values()
                .forEach(file -> DELEGATE.matcher(file.text())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(named::add));
        named.stream()
                .filter(name -> !registry.containsBeanDefinition(name))
                .forEach(name -> registry.registerBeanDefinition(
                        name, new RootBeanDefinition(JavaDelegate.class, () -> execution -> {})));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {}
}
