package com.lianxing.process;

import com.lianxing.process.engine.worker.OutsideWorker;
import org.springframework.stereotype.Service;

/** Has done what processes ask of outside systems, where nothing does it by itself: while no job is executed. */
@Service
public class OutsideCalls {

    private final OutsideWorker worker;

    OutsideCalls(OutsideWorker worker) {
        this.worker = worker;
    }

    /** All that is due, until nothing is. */
    public void makeAll() {
        worker.workAll();
    }
}
