package com.lianxing.process.engine;

import com.lianxing.calendar.ClockListener;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's clock moves with the application's; there is one of it per Java process. */
@Component
class EngineClock implements ClockListener {

    @Override
    public void stoppedAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    @Override
    public void released() {
        ClockUtil.reset();
    }
}
