package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.ComplianceLookup;
import com.lianxing.certification.ComplianceLookup.Answer;
import com.lianxing.certification.ComplianceLookup.Register;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Registration;
import com.lianxing.certification.RegistryChecks;
import com.lianxing.document.Documents;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookUpNumbers}: asks the FDA's public data for each number they know, and keeps the answers as
 * evidence. It never holds the process up: where nobody answers, that is what the checking person reads.
 */
@Component
class LookUpNumbers implements OutsideWork {

    /** Kind of the files. */
    static final String EVIDENCE = "FDA_PUBLIC_DATA";

    private final Certifications certifications;
    private final ComplianceLookup lookup;
    private final RegistryChecks checks;
    private final Documents documents;

    LookUpNumbers(Certifications certifications, ComplianceLookup lookup, RegistryChecks checks, Documents documents) {
        this.certifications = certifications;
        this.lookup = lookup;
        this.checks = checks;
        this.documents = documents;
    }

    @Override
    public String topic() {
        return "openfda.lookUpNumbers";
    }

    @Override
    public OutsideResult perform(OutsideTask task) {
        ProjectCode project = new ProjectCode(task.projectCode());
        for (Registration number : certifications.registrations(project)) {
            register(number).ifPresent(register -> ask(project, register, number.number()));
        }
        return OutsideResult.done();
    }

    private void ask(ProjectCode project, Register register, String number) {
        Answer answer = lookup.find(register, number);
        if (answer instanceof Answer.Found found) {
            documents.store(
                    Projects.SUBJECT,
                    project.value(),
                    EVIDENCE,
                    "openFDA-" + register + "-" + number + ".txt",
                    new ByteArrayInputStream(
                            (found.source() + "\n\n" + found.content()).getBytes(StandardCharsets.UTF_8)),
                    ActingPerson.SYSTEM);
            checks.keep(project, number, Optional.of(found.hits()), found.source());
        } else if (answer instanceof Answer.Unavailable unavailable) {
            checks.keep(project, number, Optional.empty(), unavailable.why());
        }
    }

    /** Food facilities, cosmetics and drug establishments are not among the data by their number. */
    private static Optional<Register> register(Registration number) {
        return switch (number.type()) {
            case ESTABLISHMENT_REGISTRATION ->
                number.path() == FdaPath.DEVICE ? Optional.of(Register.DEVICE_REGISTRATION) : Optional.empty();
            case CLEARANCE_510K -> Optional.of(Register.PREMARKET_NOTIFICATION);
            case FACILITY_REGISTRATION,
                    FOOD_FACILITY_REGISTRATION,
                    PRODUCT_LISTING,
                    LABELER_CODE,
                    PREMARKET_APPROVAL,
                    ACCESSION_NUMBER,
                    MEMO,
                    AGENCY_CERTIFICATE -> Optional.empty();
        };
    }
}
