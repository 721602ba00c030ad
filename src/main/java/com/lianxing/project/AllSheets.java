package com.lianxing.project;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sheets that the modules define, by name. */
@Component
class AllSheets implements Sheet.Sheets {

    private final List<Sheet> sheets;

    AllSheets(List<Sheet> sheets) {
        this.sheets = sheets;
    }

    @Override
    public Optional<Sheet> find(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
