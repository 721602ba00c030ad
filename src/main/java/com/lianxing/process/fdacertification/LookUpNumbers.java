package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.ComplianceLookup;
import com.lianxing.certification.ComplianceLookup.Answer;
import com.lianxing.certification.ComplianceLookup.Register;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Registration;
import com.lianxing.certification.RegistryChecks;
import com.lianxing.document.Documents;
import com.lianxing.document.StoreResult;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_lookUpNumbers}: asks the FDA's public data for each number they know, and keeps the answers as
 * evidence. It never holds the process up: where nobody answers, whatever the cause, that is what the checking person reads, and
 * the numbers after it are not asked for.
 */
@Component
class LookUpNumbers implements OutsideWork {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpNumbers.class);

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
        Optional<String> silence = Optional.empty();
        for (Registration number : certifications.registrations(project)) {
            Optional<Register> register = register(number);
            if (register.isEmpty()) {
                continue;
            }
            if (silence.isEmpty()) {
                silence = ask(project, register.get(), number.number());
            }
            silence.ifPresent(why -> checks.keep(project, number.number(), Optional.empty(), why));
        }
        return OutsideResult.done();
    }

    /** @return why there is no answer to keep, for this number and those after it; empty if there is */
    private Optional<String> ask(ProjectCode project, Register register, String number) {
        try {
            Answer answer = lookup.find(register, number);
            if (answer instanceof Answer.Unavailable unavailable) {
                return Optional.of(unavailable.why());
            }
            Answer.Found found = (Answer.Found) answer;
            if (!keep(project, register, number, found)) {
                return Optional.of("not kept");
            }
            checks.keep(project, number, Optional.of(found.hits()), found.source());
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} was not looked up in {}: {}", number, register, e.toString());
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private boolean keep(ProjectCode project, Register register, String number, Answer.Found found) {
        StoreResult kept = documents.store(
                Projects.SUBJECT,
                project.value(),
                EVIDENCE,
                "openFDA-" + register + "-" + number + ".txt",
                new ByteArrayInputStream((found.source() + "\n\n" + found.content()).getBytes(StandardCharsets.UTF_8)),
                ActingPerson.SYSTEM);
        return kept instanceof StoreResult.Stored;
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
