package com.lianxing.ledger;

import com.lianxing.TestDatabase;
import com.lianxing.calendar.Clock;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger alone on a database of its own, with the roles and rights of production, and no Spring context. */
final class LedgerDatabase {

    static final Instant NOW = Instant.parse("2026-09-01T02:00:00Z");

    private static final String NAME = "lianxing_ledger";
    private static final AtomicInteger PROJECTS = new AtomicInteger();
    private static final boolean MIGRATED = migrate();
    private static final DataSource POOL = pool();

    final BudgetLedger ledger;
    final JdbcClient jdbc;
    final List<Object> published = Collections.synchronizedList(new ArrayList<>());

    private final TransactionTemplate transactions;

    LedgerDatabase(DataSource dataSource) {
        Clock clock = () -> NOW;
        jdbc = JdbcClient.create(dataSource);
        LedgerRows rows = new LedgerRows(jdbc);
        Journal journal = new Journal(rows, clock);
        ledger = new BudgetLedger(rows, journal, new BudgetVersions(rows, journal, clock), published::add);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** As the application, with a pool like its own. */
    static LedgerDatabase asApplication() {
        return new LedgerDatabase(POOL);
    }

    /** As the application, however many ask at once. */
    static LedgerDatabase withoutPool() {
        return new LedgerDatabase(as(TestDatabase.APP));
    }

    static DataSource as(String role) {
        if (!MIGRATED) {
            throw new IllegalStateException("no schema");
        }
        return TestDatabase.as(role, NAME);
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came back");
        }
        return result;
    }

    /** For property tests: nothing of it stays. */
    void rolledBack(Runnable work) {
        transactions.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    ProjectCode project() {
        ProjectCode code = new ProjectCode("FBA-US-2026-%03d".formatted(PROJECTS.incrementAndGet()));
        jdbc.sql("insert into project (code) values (:code)")
                .param("code", code.value())
                .update();
        return code;
    }

    /** A project with this limit on FREIGHT. */
    ProjectCode projectWithFreight(String limit) {
        ProjectCode code = project();
        inTransaction(() -> ledger.setBudget(
                code + ":budget", code, List.of(new LineAmount(BudgetLine.FREIGHT, usd(limit))), approved()));
        return code;
    }

    static Money usd(String amount) {
        return Money.parse(amount, "USD");
    }

    static Mandate approved() {
        return Mandate.approved("approval-1", "pm", "manager");
    }

    private static DataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(as(TestDatabase.APP));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static boolean migrate() {
        TestDatabase.create(NAME);
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(TestDatabase.as(TestDatabase.OWNER, NAME));
        liquibase.setChangeLog("classpath:db/changelog/ledger-alone.yaml");
        liquibase.setResourceLoader(new DefaultResourceLoader());
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }
}
