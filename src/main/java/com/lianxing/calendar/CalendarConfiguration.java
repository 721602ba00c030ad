package com.lianxing.calendar;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @ConditionalOnProperty(name = "lianxing.clock", havingValue = "system", matchIfMissing = true)
    Clock systemClock() {
        return new SystemClock();
    }

    @Bean
    @ConditionalOnProperty(name = "lianxing.clock", havingValue = "movable")
    MovableClock movableClock(ObjectProvider<ClockListener> listeners) {
        return new MovableClock(listeners);
    }
}
