package com.lianxing.process.fbashipment;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.document.Documents;
import com.lianxing.inbound.FdaFindings;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Goods under the FDA's rules are not entered without the import data that compliance prepared (domain.md B16): the kit of
 * the project that certifies them, or, where they were cleared without one, the codes of the entry itself. Food needs its
 * prior notice. What is blocked is not entered at all.
 */
@Component
class FileEntryRule implements SubmissionRule {

    private static final String KIT = "IMPORT_DATA_KIT";

    private final Inbound inbound;
    private final Catalog catalog;
    private final FdaFindings findings;
    private final Certifications certifications;
    private final Documents documents;

    FileEntryRule(
            Inbound inbound,
            Catalog catalog,
            FdaFindings findings,
            Certifications certifications,
            Documents documents) {
        this.inbound = inbound;
        this.catalog = catalog;
        this.findings = findings;
        this.certifications = certifications;
        this.documents = documents;
    }

    @Override
    public String formId() {
        return "fba-shipment-file-entry";
    }

    @Override
    public List<Violation> check(Submission submission) {
        ProjectCode project = new ProjectCode(submission.projectCode().orElseThrow());
        Inbound.Shipment shipment = inbound.shipment(
                        project, submission.variable(FbaShipment.SHIPMENT_ID).orElseThrow())
                .orElseThrow();
        Violations violations = new Violations();
        for (Inbound.Reconciliation line : inbound.reconcile(shipment)) {
            check(project, line.sku(), submission, violations);
        }
        return violations.list();
    }

    private void check(ProjectCode project, String sku, Submission submission, Violations violations) {
        FdaPath path = findings.latest(project, sku).map(FdaPath::valueOf).orElse(FdaPath.NONE);
        List<ProjectCode> certifiedBy = certifications.projectsWith(sku);
        boolean kit = certifiedBy.stream()
                .anyMatch(one ->
                        !documents.list(Projects.SUBJECT, one.value(), KIT).isEmpty());
        boolean byHand = certifiedBy.isEmpty() && path.isFiled();
        boolean blocked = catalog.find(sku)
                .filter(known -> known.state() == ComplianceState.BLOCKED)
                .isPresent();
        violations
                .when(blocked, "entryNo", "rule.skuBlocked", sku)
                .when(
                        !certifiedBy.isEmpty() && !kit,
                        "fdaAffirmationCodes",
                        "rule.importDataKit",
                        sku,
                        names(certifiedBy))
                .when(
                        byHand && submission.text("fdaAffirmationCodes").isEmpty(),
                        "fdaAffirmationCodes",
                        "rule.affirmationCodes",
                        sku)
                .when(
                        path == FdaPath.FOOD && submission.text("priorNoticeNo").isEmpty(),
                        "priorNoticeNo",
                        "rule.priorNotice",
                        sku);
    }

    private static String names(List<ProjectCode> projects) {
        return String.join(", ", projects.stream().map(ProjectCode::value).toList());
    }
}
