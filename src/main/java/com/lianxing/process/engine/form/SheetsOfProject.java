package com.lianxing.process.engine.form;

import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A step's sheets, as the project tab keeps them. */
@Component
class SheetsOfProject implements SheetStatus {

    private final Sheet.Sheets sheets;

    SheetsOfProject(Sheet.Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public boolean filled(String sheet, String projectCode, @Nullable String shipmentId) {
        if (!ProjectCode.isCode(projectCode)) {
            return false;
        }
        ProjectCode project = new ProjectCode(projectCode);
        return sheets.find(sheet)
                .map(found -> found.read(
                        found.perShipment() && shipmentId != null
                                ? new Sheet.Subject(project, shipmentId)
                                : Sheet.Subject.of(project)))
                .map(content -> !content.rows().isEmpty())
                .orElse(false);
    }
}
