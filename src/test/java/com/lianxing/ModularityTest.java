package com.lianxing;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Imports run one way, between the modules that say so. */
class ModularityTest {

    @Test
    void modulesImportOnlyWhatTheyDeclare() {
        ApplicationModules.of(LianxingApplication.class).verify();
    }
}
