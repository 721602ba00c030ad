package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class JobsBeforeCloseTest {

    @Test
    void aJobWhoseThreadIsSlowToStartStillFindsThePool() throws InterruptedException {
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext(Beans.class);
        Pool pool = application.getBean(Pool.class);
        List<Boolean> found = new CopyOnWriteArrayList<>();
        ThreadPoolTaskExecutor threads = application.getBean(ThreadPoolTaskExecutor.class);
        threads.execute(() -> found.add(pool.isOpen()));

        application.close();

        assertThat(threads.getThreadPoolExecutor().awaitTermination(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(found).containsExactly(true);
    }

    static final class Pool {

        private final CountDownLatch closed = new CountDownLatch(1);

        boolean isOpen() {
            return closed.getCount() > 0;
        }

        void close() {
            closed.countDown();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(JobsBeforeClose.class)
    static class Beans {

        /** Each thread leaves the pool half a second in which to close first. */
        @Bean
        ThreadPoolTaskExecutor camundaTaskExecutor(Pool pool) {
            ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
            threads.setThreadFactory(work -> new Thread(() -> {
                try {
                    pool.closed.await(500, TimeUnit.MILLISECONDS);
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            return threads;
        }

        @Bean
        JobExecutor jobExecutor(ThreadPoolTaskExecutor threads) {
            SpringJobExecutor jobs = new SpringJobExecutor();
            jobs.setTaskExecutor(threads);
            return jobs;
        }

        @Bean(destroyMethod = "close")
        Pool pool() {
            return new Pool();
        }
    }
}
