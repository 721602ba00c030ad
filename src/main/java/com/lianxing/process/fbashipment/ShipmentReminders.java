package com.lianxing.process.fbashipment;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Var;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks behind a shipment's timers that only tell somebody: whom, and of which deadline. */
@Configuration(proxyBeanMethods = false)
class ShipmentReminders {

    private final ShipmentNotices notices;

    ShipmentReminders(ShipmentNotices notices) {
        this.notices = notices;
    }

    @Bean
    JavaDelegate remindOfIsfDelegate() {
        return reminder(
                "ISF_DUE",
                FbaShipment.ISF_DUE_AT,
                List.of(FbaShipment.ISF_REMIND_72_AT, FbaShipment.ISF_REMIND_48_AT),
                Role.LOGISTICS);
    }

    @Bean
    JavaDelegate escalateIsfDelegate() {
        return notice("ISF_LATE", FbaShipment.ISF_DUE_AT, Role.DEPARTMENT_MANAGER, Role.PROJECT_MANAGER);
    }

    @Bean
    JavaDelegate remindOfCompletionDelegate() {
        return notice("ISF_COMPLETION_DUE", FbaShipment.ISF_COMPLETION_DUE_AT, Role.LOGISTICS);
    }

    @Bean
    JavaDelegate escalateCompletionDelegate() {
        return notice(
                "ISF_COMPLETION_LATE",
                FbaShipment.ISF_COMPLETION_DUE_AT,
                Role.DEPARTMENT_MANAGER,
                Role.PROJECT_MANAGER);
    }

    @Bean
    JavaDelegate chaseDepartureDelegate() {
        return notice("DEPARTURE_OVERDUE", FbaShipment.DEPARTURE_CHASE_AT, Role.LOGISTICS, Role.PROJECT_MANAGER);
    }

    @Bean
    JavaDelegate remindOfEntryDelegate() {
        return notice("ENTRY_DUE", FbaShipment.ENTRY_DUE_AT, Role.LOGISTICS);
    }

    @Bean
    JavaDelegate escalateEntryDelegate() {
        return notice("ENTRY_LATE", FbaShipment.ENTRY_DUE_AT, Role.DEPARTMENT_MANAGER, Role.PROJECT_MANAGER);
    }

    @Bean
    JavaDelegate warnOfStorageDelegate() {
        return notice(
                "STORAGE_BEGINS", FbaShipment.STORAGE_BEGINS_AT, Role.LOGISTICS, Role.PROJECT_MANAGER, Role.FINANCE);
    }

    @Bean
    JavaDelegate alertFinanceDelegate() {
        return notice("ENTRY_SUMMARY_DUE", FbaShipment.ENTRY_SUMMARY_DUE_AT, Role.FINANCE);
    }

    @Bean
    JavaDelegate escalateSummaryDelegate() {
        return notice("ENTRY_SUMMARY_LATE", FbaShipment.ENTRY_SUMMARY_DUE_AT, Role.DEPARTMENT_MANAGER);
    }

    @Bean
    JavaDelegate cancelAppointmentDelegate() {
        return notice("APPOINTMENT_CANCELLED", FbaShipment.DELIVERY_DUE_AT, Role.LOGISTICS);
    }

    @Bean
    JavaDelegate remindOfSplitsDelegate() {
        return notice("SPLITS_DRIFTING", FbaShipment.SPLITS_DUE_AT, Role.LOGISTICS, Role.PROJECT_MANAGER);
    }

    @Bean
    JavaDelegate remindOfClaimDelegate() {
        return reminder(
                "CLAIM_DUE",
                FbaShipment.CLAIM_WINDOW_END_AT,
                List.of(FbaShipment.CLAIM_REMIND_14_AT, FbaShipment.CLAIM_REMIND_7_AT, FbaShipment.CLAIM_REMIND_3_AT),
                Role.OPERATIONS);
    }

    private JavaDelegate notice(String kind, Var<Date> due, Role... roles) {
        return reminder(kind, due, List.of(), roles);
    }

    private JavaDelegate reminder(String kind, Var<Date> due, List<Var<Date>> stages, Role... roles) {
        return new RemindDelegate(notices, kind, due, stages, List.of(roles));
    }
}
