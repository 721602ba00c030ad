package com.lianxing.process.engine;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * The last line behind the gate of deployments and the guard of queries: whatever way an expression came in, the
 * engine evaluates it only if its shape is allowed, and sees of the application nothing but delegates and listeners.
 */
class NarrowExpressions extends JuelExpressionManager {

    NarrowExpressions(BeanFactory beans) {
        super(new WorkBeans(beans));
    }

    @Override
    public ValueExpression createValueExpression(String expression) {
        if (!AllowedExpressions.isAllowed(expression)) {
            throw new ProcessEngineException("expression refused: " + expression);
        }
        return super.createValueExpression(expression);
    }

    /** Beans that models may name; looked up one by one, since delegates come to life after the engine. */
    private static class WorkBeans extends AbstractMap<Object, Object> {

        private final BeanFactory beans;

        WorkBeans(BeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return name instanceof String bean
                    && beans.containsBean(bean)
                    && (beans.isTypeMatch(bean, JavaDelegate.class)
                            || beans.isTypeMatch(bean, TaskListener.class)
                            || beans.isTypeMatch(bean, ExecutionListener.class));
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            return name instanceof String bean && containsKey(bean) ? beans.getBean(bean) : null;
        }

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            throw new UnsupportedOperationException("looked up by name only");
        }
    }
}
