package com.lianxing.process.engine;

import java.sql.Connection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * Takes the {@code distinct} out of a query for tasks in which each task can come only once. The engine always writes
 * it, and then the database gathers every task that matches, with all its columns, before it can give the first page of
 * them. Where a join may bring a task twice (candidates, grants, variables to sort by) it stays.
 */
@Intercepts(
        @Signature(
                type = StatementHandler.class,
                method = "prepare",
                args = {Connection.class, Integer.class}))
class OnceEach implements Interceptor {

    private static final Pattern DISTINCT = Pattern.compile(
            "^(\\s*(?:select count\\(\\*\\) from \\()?\\s*select\\s+)distinct\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINED = Pattern.compile("\\bjoin\\s+(\\S+)", Pattern.CASE_INSENSITIVE);

    /** Joined by their ids: at most one row for each task. */
    private static final Set<String> ONE_EACH = Set.of("act_re_procdef", "act_ru_execution");

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        BoundSql query = ((StatementHandler) invocation.getTarget()).getBoundSql();
        if (query.getParameterObject() instanceof TaskQueryImpl && bringsEachOnce(query.getSql())) {
            String once = DISTINCT.matcher(query.getSql()).replaceFirst("$1");
            SystemMetaObject.forObject(query).setValue("sql", once);
        }
        return invocation.proceed();
    }

    private static boolean bringsEachOnce(String sql) {
        Matcher joined = JOINED.matcher(sql);
        while (joined.find()) {
            if (!ONE_EACH.contains(joined.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
