package com.lianxing.process.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;

/**
 * Refuses expressions in queries, at the top and in every {@code orQueries} below it. The community edition looks at
 * the top only (CVE-2026-109432), so anybody who may ask for tasks could run code.
 *
 * <p>Saved filters hold expressions of {@link AllowedExpressions#IN_FILTERS}, and only if the application saves them.
 */
class QueryGuard extends CommandInterceptor {

    /** Where a command keeps queries or filters, per class of command. */
    private static final ClassValue<List<VarHandle>> ARGUMENTS = new ClassValue<>() {
        @Override
        protected List<VarHandle> computeValue(Class<?> command) {
            return argumentsOf(command);
        }
    };

    private final ProcessEngineConfigurationImpl configuration;

    QueryGuard(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query);
        } else {
            for (VarHandle argument : ARGUMENTS.get(command.getClass())) {
                Object value = argument.get(command);
                if (value instanceof AbstractQuery<?, ?> query) {
                    refuseExpressions(query);
                } else if (value instanceof Filter filter) {
                    checkSaved(filter);
                }
            }
        }
        return next.execute(command);
    }

    private static void refuseExpressions(AbstractQuery<?, ?> query) {
        Map<String, String> expressions = expressionsOf(query);
        if (!expressions.isEmpty()) {
            throw new BadUserRequestException("A query takes values, no expressions: see " + expressions.keySet()
                    + " at the top or in orQueries. Nothing was looked up.");
        }
    }

    private void checkSaved(Filter filter) {
        if (!(filter.getQuery() instanceof AbstractQuery<?, ?> query)) {
            return;
        }
        Map<String, String> expressions = expressionsOf(query);
        if (expressions.isEmpty()) {
            return;
        }
        if (configuration.getIdentityService().getCurrentAuthentication() != null) {
            throw new BadUserRequestException("Filters with expressions are part of the application: save this one "
                    + "without " + expressions.keySet() + ". Nothing was saved.");
        }
        expressions.values().stream()
                .filter(expression -> !AllowedExpressions.isForFilters(expression))
                .findFirst()
                .ifPresent(expression -> {
                    throw new BadUserRequestException("No filter may hold the expression " + expression);
                });
    }

    private static Map<String, String> expressionsOf(AbstractQuery<?, ?> query) {
        Map<String, String> found = new TreeMap<>();
        collect(query, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private static void collect(AbstractQuery<?, ?> query, Map<String, String> found, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        found.putAll(query.getExpressions());
        below(query).forEach(orQuery -> collect(orQuery, found, seen));
    }

    /** The four types that know {@code orQueries}; each counts itself among them. */
    private static Collection<? extends AbstractQuery<?, ?>> below(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        if (query instanceof HistoricProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        return List.of();
    }

    private static List<VarHandle> argumentsOf(Class<?> command) {
        List<VarHandle> arguments = new ArrayList<>();
        for (Class<?> type = command; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean query = Query.class.isAssignableFrom(field.getType());
                boolean filter = Filter.class.isAssignableFrom(field.getType());
                if ((query || filter) && !Modifier.isStatic(field.getModifiers())) {
                    arguments.add(handle(type, field));
                }
            }
        }
        return arguments;
    }

    private static VarHandle handle(Class<?> type, Field field) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup()).unreflectVarHandle(field);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot look into " + field, e);
        }
    }
}
