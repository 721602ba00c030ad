package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Registration;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.project.ProjectCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which numbers of a product lapse, and by which rule: domain.md 2.3. */
@Component
class RenewableNumbers {

    private final Certifications certifications;

    RenewableNumbers(Certifications certifications) {
        this.certifications = certifications;
    }

    record Renewable(ObligationKind kind, Registration number) {}

    List<Renewable> of(ProjectCode project) {
        List<Renewable> renewable = new ArrayList<>();
        for (Registration number : certifications.registrations(project)) {
            kind(number).ifPresent(kind -> renewable.add(new Renewable(kind, number)));
        }
        return renewable;
    }

    private static Optional<ObligationKind> kind(Registration number) {
        return switch (number.type()) {
            case FACILITY_REGISTRATION -> Optional.of(ObligationKind.COSMETIC_FACILITY);
            case FOOD_FACILITY_REGISTRATION -> Optional.of(ObligationKind.FOOD_FACILITY);
            case ESTABLISHMENT_REGISTRATION ->
                Optional.of(
                        number.path() == FdaPath.DEVICE
                                ? ObligationKind.DEVICE_ESTABLISHMENT
                                : ObligationKind.DRUG_ESTABLISHMENT);
            case ACCESSION_NUMBER -> Optional.of(ObligationKind.RADIATION_REPORT);
            case PRODUCT_LISTING, LABELER_CODE, CLEARANCE_510K, PREMARKET_APPROVAL, MEMO, AGENCY_CERTIFICATE ->
                Optional.empty();
        };
    }
}
