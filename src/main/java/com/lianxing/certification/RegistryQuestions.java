package com.lianxing.certification;

import com.lianxing.certification.ComplianceLookup.Register;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import com.lianxing.project.SheetRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of a project the FDA's public data can be asked about. */
@Component
public class RegistryQuestions {

    private final Certifications certifications;
    private final SheetRows rows;

    RegistryQuestions(Certifications certifications, SheetRows rows) {
        this.certifications = certifications;
        this.rows = rows;
    }

    /** @param term as a person wrote it */
    public record Question(Register register, String term) {}

    /** Its numbers, then how its device is classified, then whether goods of its factories were recalled. */
    public List<Question> of(ProjectCode project) {
        List<Question> questions = new ArrayList<>();
        for (Registration number : certifications.registrations(project)) {
            register(number).ifPresent(register -> questions.add(new Question(register, number.number())));
        }
        List<FdaPath> paths =
                certifications.paths(project).map(found -> found.filed()).orElse(List.of());
        if (paths.contains(FdaPath.DEVICE)) {
            certifications
                    .product(project)
                    .map(Product::productCode)
                    .filter(Objects::nonNull)
                    .ifPresent(code -> questions.add(new Question(Register.DEVICE_CLASSIFICATION, code)));
        }
        for (String factory : factories(project)) {
            if (paths.contains(FdaPath.DEVICE)) {
                questions.add(new Question(Register.DEVICE_RECALL, factory));
            }
            if (paths.contains(FdaPath.FOOD)) {
                questions.add(new Question(Register.FOOD_RECALL, factory));
            }
        }
        return questions;
    }

    private List<String> factories(ProjectCode project) {
        return rows.current(
                CertificationSheets.FACTORIES, Sheet.Subject.of(project), (row, number) -> row.getString("name"));
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
