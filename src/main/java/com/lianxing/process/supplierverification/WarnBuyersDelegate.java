package com.lianxing.process.supplierverification;

import com.lianxing.access.Role;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.process.engine.Notices;
import com.lianxing.project.Projects;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_warnBuyers}: whoever buys from the supplier in an open project hears that nobody vouches for it. */
@Component
class WarnBuyersDelegate implements JavaDelegate {

    private final Suppliers suppliers;
    private final ApprovalRequests requests;
    private final Projects projects;
    private final Notices notices;

    WarnBuyersDelegate(Suppliers suppliers, ApprovalRequests requests, Projects projects, Notices notices) {
        this.suppliers = suppliers;
        this.requests = requests;
        this.projects = projects;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Supplier supplier = SupplierVerification.supplier(execution, suppliers);
        requests.buyingFrom(supplier.id()).stream()
                .filter(project -> projects.require(project).status().isOpen())
                .forEach(project -> notices.tell(
                        project,
                        Role.PROJECT_MANAGER,
                        "unverified:" + execution.getProcessInstanceId(),
                        "SUPPLIER_UNVERIFIED",
                        "notice.supplierUnverified",
                        project,
                        supplier.name()));
    }
}
