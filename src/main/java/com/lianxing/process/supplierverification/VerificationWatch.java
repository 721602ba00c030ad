package com.lianxing.process.supplierverification;

import com.lianxing.approval.ApprovalRequests;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks twice a day, and soon after each start, for suppliers that were verified more than a year ago and are still bought
 * from. The task hangs on the project that asked for money for the supplier last.
 */
@Component
public class VerificationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationWatch.class);

    private final Suppliers suppliers;
    private final ApprovalRequests requests;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final Clock clock;
    private final TransactionTemplate transactions;

    VerificationWatch(
            Suppliers suppliers,
            ApprovalRequests requests,
            RuntimeService runtime,
            AsApplication application,
            Clock clock,
            PlatformTransactionManager manager) {
        this.suppliers = suppliers;
        this.requests = requests;
        this.runtime = runtime;
        this.application = application;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Two nodes may do it at once: a verification is asked about once. */
    @Scheduled(
            initialDelayString = "${lianxing.supplier-verification.first:PT20M}",
            fixedDelayString = "${lianxing.supplier-verification.every:PT12H}")
    public void look() {
        suppliers.verifiedBefore(ago(SupplierVerification.HOLDS)).forEach(this::safely);
    }

    /** One that cannot be asked about does not keep the others from it. */
    private void safely(Supplier supplier) {
        try {
            transactions.executeWithoutResult(
                    status -> requests.lastToPay(supplier.id(), ago(SupplierVerification.BOUGHT_FROM))
                            .filter(project -> !suppliers.wasAskedAbout(supplier))
                            .ifPresent(project -> begin(supplier, project)));
        } catch (RuntimeException e) {
            LOG.warn("the verification of supplier {} could not begin", supplier.id(), e);
        }
    }

    private void begin(Supplier supplier, ProjectCode project) {
        String instance = application.call(() -> runtime.startProcessInstanceByKey(
                        SupplierVerification.KEY,
                        project.value(),
                        Map.of(
                                ProjectProcess.PROJECT_CODE.name(),
                                project.value(),
                                SupplierVerification.SUPPLIER_ID.name(),
                                supplier.id().toString(),
                                SupplierVerification.RENEWAL_OF.name(),
                                supplier.name(),
                                SupplierVerification.DUE_AT.name(),
                                Date.from(clock.now().plus(SupplierVerification.TO_VERIFY))))
                .getProcessInstanceId());
        suppliers.askAbout(supplier, instance);
    }

    private Instant ago(Period time) {
        return clock.now().atOffset(ZoneOffset.UTC).minus(time).toInstant();
    }
}
