package com.lianxing.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** {@link Checkpoints} are written by the clock on the wall: they guard the record even when nobody works. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditConfiguration {}
