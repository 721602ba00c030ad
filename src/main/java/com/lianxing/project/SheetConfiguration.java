package com.lianxing.project;

import com.lianxing.calendar.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SheetConfiguration {

    @Bean
    TableSheet.Store sheetStore(
            JdbcClient jdbc, JdbcTemplate batch, PlatformTransactionManager transactions, Clock clock) {
        return new TableSheet.Store(jdbc, batch, new TransactionTemplate(transactions), clock);
    }
}
