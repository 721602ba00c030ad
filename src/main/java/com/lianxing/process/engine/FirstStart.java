package com.lianxing.process.engine;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What must stand before the first request and the first job: groups, administrator, grants, models, filters, and in
 * demo mode the demo company. Runs on every start; each part changes only what is missing. Other nodes wait meanwhile.
 */
@Component
class FirstStart implements SmartLifecycle {

    private final List<StartStep> steps;
    private boolean running;

    FirstStart(List<StartStep> steps) {
        this.steps = steps;
    }

    @Override
    public void start() {
        steps.forEach(StartStep::run);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
