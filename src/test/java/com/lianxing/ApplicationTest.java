package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The product starts on an empty database of an outside server. */
@LianxingTest
class ApplicationTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void theEngineRunsWithFullHistoryOnTheSchemaThatLiquibaseMade() {
        assertThat(engine.getManagementService().getProperties()).containsEntry("historyLevel", "3");
    }
}
