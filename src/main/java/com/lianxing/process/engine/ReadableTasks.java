package com.lianxing.process.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up first which definitions' tasks the asker may read, and then asks for tasks of these definitions only. The
 * engine joins each task with all grants instead, and so reads all of them for each page.
 *
 * <p>Both find the same tasks as long as rights stand on definitions ({@link NoTaskGrants}). Where the asker holds a
 * grant on a single task, or where a right was revoked, the engine's own way is taken.
 */
@Component
class ReadableTasks extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ObjectProvider<JdbcClient> jdbc;

    ReadableTasks(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomSessionFactories(List.of(this));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getSqlSessionFactory().getConfiguration().addInterceptor(new OnceEach());
    }

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new Lookup(jdbc.getObject());
    }

    private static class Lookup extends TaskManager {

        private static final String ALL = "*";

        private final JdbcClient jdbc;

        Lookup(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            return readable(query, () -> super.findTasksByQueryCriteria(query));
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            return readable(query, () -> super.findTaskCountByQueryCriteria(query));
        }

        private <T> T readable(TaskQueryImpl query, Supplier<T> find) {
            configureQuery(query);
            AuthorizationCheck rights = query.getAuthCheck();
            if (!rights.isAuthorizationCheckEnabled() || rights.isRevokeAuthorizationCheckEnabled() || isOfOne(query)) {
                return find.get();
            }
            List<Right> held = held(rights);
            if (held.stream().anyMatch(Right::isOnAll)) {
                return withoutJoin(find);
            }
            String[] asked = query.getProcessDefinitionKeys();
            String[] keys = keys(held, asked);
            if (keys.length == 0 || held.stream().anyMatch(Right::isOnTask)) {
                return find.get();
            }
            query.processDefinitionKeyIn(keys);
            try {
                return withoutJoin(find);
            } finally {
                query.processDefinitionKeyIn(asked);
            }
        }

        /** A handful of tasks, which the engine joins with their grants in no time. */
        private static boolean isOfOne(TaskQueryImpl query) {
            return query.getTaskId() != null || query.getProcessInstanceId() != null || query.getExecutionId() != null;
        }

        private static <T> T withoutJoin(Supplier<T> find) {
            return Context.getCommandContext().runWithoutAuthorization(find::get);
        }

        private static String[] keys(List<Right> held, String @Nullable [] asked) {
            Set<String> keys = new HashSet<>();
            held.forEach(right -> keys.add(right.on()));
            if (asked != null && asked.length > 0) {
                keys.retainAll(Arrays.asList(asked));
            }
            return keys.toArray(String[]::new);
        }

        /** A right to read tasks. */
        private record Right(int resourceType, String on) {

            boolean isOnAll() {
                return on.equals(ALL);
            }

            boolean isOnTask() {
                return resourceType == Resources.TASK.resourceType();
            }
        }

        /** The rights by which the engine would let this person see tasks: granted to him, a group of his, or everybody. */
        private List<Right> held(AuthorizationCheck rights) {
            return jdbc.sql("""
                            select distinct resource_type_, resource_id_ from act_ru_authorization
                            where type_ < 2 and (user_id_ = :user or user_id_ = '*' or group_id_ = any(:groups))
                              and (resource_type_ = :task and perms_ & :read = :read
                                   or resource_type_ = :definition and perms_ & :readTask = :readTask)""")
                    .param("user", rights.getAuthUserId())
                    .param("groups", rights.getAuthGroupIds().toArray(String[]::new))
                    .param("task", Resources.TASK.resourceType())
                    .param("read", Permissions.READ.getValue())
                    .param("definition", Resources.PROCESS_DEFINITION.resourceType())
                    .param("readTask", ProcessDefinitionPermissions.READ_TASK.getValue())
                    .query((row, number) -> new Right(row.getInt("resource_type_"), row.getString("resource_id_")))
                    .list();
        }
    }
}
