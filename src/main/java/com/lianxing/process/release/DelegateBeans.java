package com.lianxing.process.release;

import com.lianxing.process.engine.AllowedExpressions;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** The beans a model may name. */
@Component
class DelegateBeans {

    private final BeanFactory beans;

    DelegateBeans(BeanFactory beans) {
        this.beans = beans;
    }

    boolean isDelegate(String expression) {
        return names(expression, "Delegate", JavaDelegate.class);
    }

    boolean isListener(String expression) {
        return names(expression, "Listener", TaskListener.class)
                || names(expression, "Listener", ExecutionListener.class);
    }

    private boolean names(String expression, String ending, Class<?> type) {
        if (!AllowedExpressions.isName(expression)) {
            return false;
        }
        String bean = AllowedExpressions.nameIn(expression);
        return bean.endsWith(ending) && beans.containsBean(bean) && beans.isTypeMatch(bean, type);
    }
}
