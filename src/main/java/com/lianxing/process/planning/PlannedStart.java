package com.lianxing.process.planning;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.planning.PlannedNetwork.Ways;
import com.lianxing.schedule.Network;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether a project that is about to begin can make it, by the diagram that it would run on. */
@Component
public class PlannedStart {

    private final RepositoryService repository;
    private final Plans plans;
    private final PlannedPlaces places;
    private final AsApplication application;
    private final Clock clock;

    PlannedStart(
            @Lazy RepositoryService repository,
            Plans plans,
            PlannedPlaces places,
            @Lazy AsApplication application,
            Clock clock) {
        this.repository = repository;
        this.plans = plans;
        this.places = places;
        this.application = application;
        this.clock = clock;
    }

    /** When it would be done, if it begins now and each step takes as long as it usually does. */
    public Instant finish(String lifecycle) {
        return application.call(() -> {
            ProcessDefinition definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(lifecycle)
                    .latestVersion()
                    .singleResult();
            Network network = plans.of(definition.getId()).network().network(places.places(), Ways.LIKELY, Map.of());
            Instant now = clock.now();
            return Schedule.of(network, now, Map.of(), now).finish();
        });
    }
}
